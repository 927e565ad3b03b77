package nl.sluiswachter.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {

    @ParameterizedTest
    @CsvSource({
        "-1, UNDER_12",
        "0, UNDER_12",
        "11, UNDER_12",
        "12, FROM_12",
        "15, FROM_12",
        "16, FROM_16",
        "17, FROM_16",
        "18, ADULT",
        "130, ADULT"
    })
    void changesOnTheBirthdaysOfTheLaw(int age, AgeBand band) {
        assertThat(AgeBand.of(age)).isEqualTo(band);
    }
}
