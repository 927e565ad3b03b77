package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456782",
                "Z123456782",
                "zaak/123456782/1",
                "1234.56.782",
                "1234-56-782",
                "123.456.782",
                "123-456-782",
                "zaak-123-456-782",
                "bsn:1234.56.782",
                "10464554",
                "zaak:10464554",
                "010464554",
                "00010464554",
                "000123456782",
                "010.464.554"
            })
    void refusesABsnHoweverItIsSpelled(String text) {
        assertThat(Reference.isValid(text)).isFalse();
    }

    /** Cases are numbered so, also where the digits together pass the eleven-test. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Z2026-00123",
                "Z2026-00105",
                "2026-11-012",
                "Z2026-11-024",
                "20000108",
                "Z20000108",
                "20000108-7",
                "123456789",
                "Z1234.56.789",
                "00000000",
                "0199f3c3-7a55-7000-8000-0123456789ab",
                "WMO/2026/00105",
                "x-1"
            })
    void takesTheNumberOfACase(String text) {
        assertThat(Reference.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "123 456 782", "-1", "a b", "z\n1"})
    void refusesWhatIsNoReferenceAtAll(String text) {
        assertThat(Reference.isValid(text)).isFalse();
    }
}
