package nl.sluiswachter.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcPartiesTest {

    private static final Oin OIN = new Oin("00000099000000002100");
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final PartyKey ONE = new PartyKey("a".repeat(64), FROM, FROM.plusSeconds(60));
    private static final PartyKey OTHER = new PartyKey("b".repeat(64), FROM.plusSeconds(1), FROM.plusSeconds(90));
    private static final PushEndpoint PUSH = new PushEndpoint(URI.create("https://localhost:9999/in"), "PEM");

    private static Parties parties;

    @BeforeAll
    static void create() {
        parties = new JdbcParties(JdbcClient.create(TestDatabase.create().asApplication()));
    }

    @Test
    void findsNobodyUnderAnUnknownOin() {
        assertThat(parties.find(new Oin("00000099000000009999"))).isEmpty();
    }

    @Test
    void findsAPartyAsItWasSaved() {
        Party party = party(PartyStatus.ACTIVE, Optional.of(PUSH), ONE, OTHER);

        parties.save(party);

        assertThat(parties.find(OIN)).contains(party);
    }

    @Test
    void findsAPartyWithoutKeys() {
        Party party = party(PartyStatus.ACTIVE, Optional.empty());

        parties.save(party);

        assertThat(parties.find(OIN)).contains(party);
    }

    @Test
    void replacesEverythingOfAParty() {
        parties.save(party(PartyStatus.ACTIVE, Optional.of(PUSH), ONE));
        PartyKey prolonged = new PartyKey(
                OTHER.fingerprint(), OTHER.validFrom(), OTHER.validUntil().plusSeconds(1));
        parties.save(party(PartyStatus.ACTIVE, Optional.empty(), OTHER));

        parties.save(party(PartyStatus.SUSPENDED, Optional.empty(), prolonged));

        assertThat(parties.find(OIN)).contains(party(PartyStatus.SUSPENDED, Optional.empty(), prolonged));
    }

    private static Party party(PartyStatus status, Optional<PushEndpoint> push, PartyKey... keys) {
        Set<Capacity> capacities = Set.of(new Capacity("HUISARTS"), new Capacity("WIJKVERPLEGING"));
        return new Party(OIN, "De Linde", Side.PARTNER, status, capacities, List.of(keys), push);
    }
}
