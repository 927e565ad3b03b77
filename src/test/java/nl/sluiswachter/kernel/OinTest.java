package nl.sluiswachter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OinTest {

    @ParameterizedTest
    @ValueSource(strings = {"00000099000000002000", "00000003NL1234567890"})
    void acceptsTwentyDigitsOrCapitals(String text) {
        assertThat(new Oin(text)).hasToString(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "0000009900000000200",
                "000000990000000020000",
                "00000003nl1234567890",
                "0000009900000000200 ",
                "00000099000000002000\n",
                "0000009900000000200０"
            })
    void refusesEverythingElseWithoutRepeatingIt(String text) {
        assertThat(Oin.isValid(text)).isFalse();
        assertThatThrownBy(() -> new Oin(text)).hasMessage("An OIN has 20 digits or capitals");
    }
}
