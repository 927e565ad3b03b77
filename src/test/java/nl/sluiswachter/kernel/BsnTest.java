package nl.sluiswachter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BsnTest {

    @ParameterizedTest
    @ValueSource(strings = {"123456782", "111222333", "999990019", "999993653", "010464554", "10464554"})
    void acceptsWhatPassesTheElevenTest(String text) {
        assertThat(Bsn.isValid(text)).isTrue();
        assertThat(new Bsn(text).digits()).hasSize(9);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "123456789",
                "987654321",
                "000000000",
                "00000000",
                "999012345",
                "",
                "1234567",
                "1234567820",
                " 123456782",
                "12345678２",
                "+23456782",
                "12345678a"
            })
    void refusesEverythingElseWithoutRepeatingIt(String text) {
        assertThat(Bsn.isValid(text)).isFalse();
        assertThatThrownBy(() -> new Bsn(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a BSN");
    }

    @Test
    void eightDigitsAreTheSamePersonAsNine() {
        assertThat(new Bsn("10464554")).isEqualTo(new Bsn("010464554"));
    }

    @Test
    void doesNotShowTheNumber() {
        assertThat(new Bsn("999993653")).hasToString("BSN");
    }

    /** Why the test exists: a wrong digit never makes another valid number. */
    @Property(tries = 300)
    void oneWrongDigitIsAlwaysNoticed(
            @ForAll @IntRange(min = 10_000_000, max = 999_999_999) int number,
            @ForAll @IntRange(max = 8) int place,
            @ForAll @IntRange(min = 1, max = 9) int difference) {
        String text = "%09d".formatted(number);
        if (Bsn.isValid(text)) {
            int digit = (text.charAt(place) - '0' + difference) % 10;
            assertThat(Bsn.isValid(text.substring(0, place) + digit + text.substring(place + 1)))
                    .isFalse();
        }
    }
}
