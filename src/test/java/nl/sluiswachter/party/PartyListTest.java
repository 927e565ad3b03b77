package nl.sluiswachter.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.Fingerprint;
import nl.sluiswachter.kernel.crypto.KeyKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyListTest {

    private static final String OIN = "00000099000000007000";
    private static final String HASH = "a".repeat(64);
    private static final String GOOD =
            """
            parties:
              - oin: "00000099000000007000"
                name: Huisartsenpraktijk De Linde
                side: PARTNER
                status: ACTIVE
                capacities: [HUISARTS]
                keys:
                  - certificate: de-linde.pem
                  - fingerprint: "%s"
                    validFrom: 2027-01-01T00:00:00+01:00
                    validUntil: 2029-01-01T00:00:00+01:00
                push:
                  url: https://berichten.example/sluiswachter
                  trust: linde-ca.pem
                agreementUntil: 2027-12-31
            """
                    .formatted(HASH);

    @TempDir
    private Path folder;

    private ExampleIdentity identity;

    @BeforeEach
    void certificates() throws IOException {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant until = from.plus(Duration.ofDays(365));
        ExampleAuthority authority = ExampleAuthority.named("Linde CA", from, until);
        identity = authority.issue(new ExampleSubject("De Linde", List.of(OIN), false, KeyKind.EC_P256, from, until));
        Files.write(folder.resolve("linde-ca.pem"), authority.pem());
        Files.write(folder.resolve("de-linde.pem"), identity.chainPem());
    }

    @Test
    void readsAPartyWithBothKindsOfKey() throws IOException {
        Party party = read(GOOD).get(0);

        assertThat(party.oin()).isEqualTo(new Oin(OIN));
        assertThat(party.capacities()).isEqualTo(Set.of(new Capacity("HUISARTS")));
        assertThat(party.isActive()).isTrue();
        assertThat(party.keys())
                .containsExactly(
                        new PartyKey(
                                Fingerprint.ofKey(identity.leaf()),
                                identity.leaf().getNotBefore().toInstant(),
                                identity.leaf().getNotAfter().toInstant()),
                        new PartyKey(
                                HASH, Instant.parse("2026-12-31T23:00:00Z"), Instant.parse("2028-12-31T23:00:00Z")));
        assertThat(party.push())
                .contains(new PushEndpoint(
                        URI.create("https://berichten.example/sluiswachter"),
                        Files.readString(folder.resolve("linde-ca.pem"))));
        assertThat(party.agreementUntil()).contains(LocalDate.of(2027, 12, 31));
    }

    @Test
    void readsAPartyOfWhoseAgreementNothingIsKept() throws IOException {
        assertThat(read(GOOD.replace("    agreementUntil: 2027-12-31\n", ""))
                        .get(0)
                        .agreementUntil())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "00000099000000007000" | 10000099000000007000 | parties[0].oin must be 20 digits
                    "00000099000000007000" | "00000099000000007001" | parties[0].keys[0].certificate must be
                    Huisartsenpraktijk De Linde | "" | parties[0].name must be
                    PARTNER      | FRIEND        | parties[0].side must be
                    ACTIVE       | SLEEPING      | parties[0].status must be
                    [HUISARTS]   | []            | parties[0].capacities must be a list
                    [HUISARTS]   | [HUISARTS, HUISHOND] | parties[0].capacities[1] must be
                    de-linde.pem | absent.pem    | parties[0].keys[0].certificate must be
                    aaaa"        | aaaA"         | parties[0].keys[1].fingerprint must be
                    2027-01-01T  | 2030-01-01T   | parties[0].keys[1].validUntil must be after
                    2027-01-01T00:00:00+01:00 | tomorrow | parties[0].keys[1].validFrom must be
                    https://b    | http://b      | parties[0].push.url must be
                    https://b    | https://me@b  | parties[0].push.url must be
                    linde-ca.pem | de-linde.pem  | parties[0].push.trust must be
                    2027-12-31   | 31-12-2027    | parties[0].agreementUntil must be a day as in 2027-12-31
                    2027-12-31   | 2027-02-30    | parties[0].agreementUntil must be a day as in 2027-12-31
                    2027-12-31   | 20270-12-31   | parties[0].agreementUntil must be a day as in 2027-12-31
                    2027-12-31   | 20271231      | parties[0].agreementUntil must be a day as in 2027-12-31
                    2027-12-31   | [2027-12-31]  | parties[0].agreementUntil must be a day as in 2027-12-31
                    name:        | nome:         | parties[0] may only have
                    parties:     | partys:       | the file may only have parties
                    status: ACTIVE | status: [ | it is not YAML at line
                    """)
    void saysWhereAFaultIs(String good, String bad, String message) {
        String text = GOOD.replace(good, bad);

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesEveryFaultAndNoValue() {
        String text = GOOD.replace("PARTNER", "FRIEND")
                .replace("HUISARTS", "HUISHOND")
                .replace(HASH, "secret");

        assertThatThrownBy(() -> read(text))
                .hasMessage("parties[0].side must be PARTNER or MUNICIPALITY; parties[0].capacities[0] must be a"
                        + " capacity of the catalogue; parties[0].keys[1].fingerprint must be 64 lower case hex digits:"
                        + " SHA-256 of the public key");
    }

    @Test
    void refusesTheSameOinTwice() {
        assertThatThrownBy(() -> read(GOOD + GOOD.substring(GOOD.indexOf('\n') + 1)))
                .hasMessage("parties[1].oin must be another one than those before it");
    }

    @Test
    void refusesTheSameKeyTwice() {
        String again = "      - certificate: de-linde.pem\n";

        assertThatThrownBy(() -> read(GOOD.replace(again, again + again)))
                .hasMessage("parties[0].keys must be different ones");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> new PartyList(folder.resolve("absent.yaml"), code -> true).read())
                .hasMessage("it cannot be read");
    }

    private List<Party> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("parties.yaml"), text);
        return new PartyList(file, "HUISARTS"::equals).read();
    }
}
