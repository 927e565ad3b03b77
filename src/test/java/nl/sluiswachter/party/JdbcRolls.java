package nl.sluiswachter.party;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The register as it is read at once, for tests of what shows it. */
public final class JdbcRolls {

    private JdbcRolls() {}

    public static PartyRoll of(JdbcClient jdbc) {
        return new JdbcPartyRoll(jdbc);
    }
}
