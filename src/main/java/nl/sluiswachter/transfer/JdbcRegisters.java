package nl.sluiswachter.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.JdbcConsentRows;
import nl.sluiswachter.consent.JdbcRefusalRows;
import nl.sluiswachter.consent.RefusedRequest;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.JdbcFactRows;
import nl.sluiswachter.kernel.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads both registers in one round trip: one snapshot, so that a decision never sees half of a change. */
public final class JdbcRegisters implements Registers {

    /** The given keys and those that a fact links to them: an objection under the other key must be found too. */
    private static final String LINKED =
            """
            with linked as (
                select unnest(cast(:keys as uuid[])) as key
                 union
                select k.key
                  from fact l cross join lateral (values (l.bsn_key), (l.set_key)) as k (key)
                 where k.key is not null
                   and (l.bsn_key = any(cast(:keys as uuid[])) and l.bsn_key is not null
                     or l.set_key = any(cast(:keys as uuid[])) and l.set_key is not null))
            """;

    /** The plain {@code is not null} lets PostgreSQL use the partial indexes also when it plans without the values. */
    private static final String LOOK_UP = LINKED
            + JdbcConsentRows.CURRENT
            + """
             where c.bsn_key = any(cast(:keys as uuid[])) and c.bsn_key is not null
                or c.set_key = any(cast(:keys as uuid[])) and c.set_key is not null
             union all
            """
            + JdbcFactRows.CURRENT
            + """
             where f.bsn_key = any(array(select key from linked)) and f.bsn_key is not null
                or f.set_key = any(array(select key from linked)) and f.set_key is not null
            """;

    private final JdbcClient jdbc;
    private final JdbcConsentRows consentRows = new JdbcConsentRows();
    private final JdbcRefusalRows refusalRows = new JdbcRefusalRows();
    private final JdbcFactRows factRows = new JdbcFactRows();

    public JdbcRegisters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Known lookUp(Collection<SubjectKey> keys) {
        List<Consent> consents = new ArrayList<>();
        List<RefusedRequest> refusals = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        jdbc.sql(LOOK_UP).param("keys", array(keys)).query(row -> {
            switch (row.getString("register")) {
                case "CONSENT" -> consents.add(consentRows.mapRow(row, row.getRow()));
                case "REFUSAL" -> refusals.add(refusalRows.mapRow(row, row.getRow()));
                default -> facts.add(factRows.mapRow(row, row.getRow()));
            }
        });
        return new Known(consents, facts, refusals);
    }

    private static String array(Collection<SubjectKey> keys) {
        return keys.stream().map(SubjectKey::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
