package nl.sluiswachter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HereTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T23:00:00Z, 2026-12-31",
        "2027-06-30T22:00:00Z, 2027-06-30",
        "2027-03-27T23:00:00Z, 2027-03-27",
        "2027-03-28T22:00:00Z, 2027-03-28"
    })
    void countsInTheDayBeforeTheOneThatBeginsWithTheEnd(Instant end, LocalDate last) {
        assertThat(Here.lastDay(end)).contains(last);
    }

    @Test
    void hasNoLastDayOfWhatEndsInTheCourseOfOne() {
        assertThat(Here.lastDay(Instant.parse("2027-01-01T00:00:00Z"))).isEmpty();
        assertThat(Here.lastDay(Instant.parse("2026-12-31T22:59:59.999Z"))).isEmpty();
    }
}
