package nl.sluiswachter.transferlog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of outside may stand in the text of a search. */
class SourceTest {

    @Test
    void takesCodesAsTheyAre() {
        assertThat(Source.literal("WMO_ALLOCATION")).isEqualTo("'WMO_ALLOCATION'");
        assertThat(Source.literal("0000000900000000100A")).isEqualTo("'0000000900000000100A'");
        assertThat(Source.literal("A".repeat(80))).hasSize(82);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A'", "A' or true --", "A\\", "a", "A B", "A\n", "A?", "A:B", "\u0391", "\u0660"})
    void takesNothingElse(String text) {
        assertThatThrownBy(() -> Source.literal(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNothingThatIsLongerThanACode() {
        assertThatThrownBy(() -> Source.literal("A".repeat(81))).isInstanceOf(IllegalArgumentException.class);
    }
}
