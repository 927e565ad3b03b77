package nl.sluiswachter.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyFileTest {

    private static final String GOOD =
            "{ name: a, title: A, oin: \"00000099000000001000\", side: PARTNER, capacities: [HUISARTS], key: EC_P256 }";

    @TempDir
    Path folder;

    @Test
    void readsTheCommittedList() throws IOException {
        PartyFile list = new PartyDirectory(Path.of("certs-example")).list();

        assertThat(list.parties())
                .hasSize(17)
                .allMatch(party -> party.oin().startsWith("00000099"))
                .anyMatch(party ->
                        party.name().equals("wmo-aanbieder") && party.oin().equals("00000099000000002000"));
        assertThat(list.refused())
                .extracting(RefusedExample::fault)
                .containsExactlyInAnyOrder(RefusedExample.Fault.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PARTNER             | OTHER    | PARTNER
                    "00000099000000001000" | 1     | needs an oin of 20 digits
                    name: a             | name: A/ | lower case letters
                    name: a,            | name: a, extra: 1, | extra
                    [HUISARTS]          | []       | at least one capacity
                    [HUISARTS]          | [huis]   | capitals
                    title: A            | title: "" | a title of
                    ' key: EC_P256 }'   | ' key: RSA_2048 }' | RSA_3072
                    """)
    void saysInWhichLineWhatIsWrong(String good, String bad, String message) throws IOException {
        Path file = write(GOOD.replace(good, bad));

        assertThatThrownBy(() -> PartyFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parties.yaml, line ")
                .hasMessageContaining(message);
    }

    @Test
    void refusesTheSameOinTwice() throws IOException {
        Path file = write(GOOD + "\n  - " + GOOD.replace("name: a", "name: b"));

        assertThatThrownBy(() -> PartyFile.read(file)).hasMessageContaining("is listed twice");
    }

    private Path write(String party) throws IOException {
        return Files.writeString(folder.resolve("parties.yaml"), "parties:\n  - " + party + "\n");
    }
}
