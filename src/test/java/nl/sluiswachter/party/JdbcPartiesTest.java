package nl.sluiswachter.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
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
    private static JdbcEndings endings;

    @BeforeAll
    static void create() {
        JdbcClient database = JdbcClient.create(TestDatabase.create().asApplication());
        parties = new JdbcParties(database);
        endings = new JdbcEndings(database);
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

    @Test
    void tellsWhichCertificateOrAgreementOfAnActivePartyEndsFirst() {
        LocalDate day = LocalDate.of(2026, 1, 31);
        Instant after = Instant.parse("2026-01-31T23:00:00Z");
        Party party = party(PartyStatus.ACTIVE, Optional.empty(), ONE);
        parties.save(Agreements.until(party, Optional.of(day)));

        assertThat(endings.before(after.plusMillis(1), 10))
                .containsExactly(
                        new Ending(OIN, "De Linde", Ending.Kind.CERTIFICATE, ONE.validUntil()),
                        new Ending(OIN, "De Linde", Ending.Kind.AGREEMENT, after));
        assertThat(endings.before(after.plusMillis(1), 10).get(1).lastDay()).isEqualTo(day);
        assertThat(endings.before(after, 10)).extracting(Ending::kind).containsExactly(Ending.Kind.CERTIFICATE);
        assertThat(parties.find(OIN)).contains(Agreements.until(party, Optional.of(day)));

        parties.save(party);
        assertThat(endings.before(after.plusMillis(1), 10)).hasSize(1);
        parties.save(Agreements.until(party(PartyStatus.SUSPENDED, Optional.empty(), ONE), Optional.of(day)));
        assertThat(endings.before(after.plusMillis(1), 10)).isEmpty();
    }

    private static Party party(PartyStatus status, Optional<PushEndpoint> push, PartyKey... keys) {
        Set<Capacity> capacities = Set.of(new Capacity("HUISARTS"), new Capacity("WIJKVERPLEGING"));
        return new Party(OIN, "De Linde", Side.PARTNER, status, capacities, List.of(keys), push);
    }
}
