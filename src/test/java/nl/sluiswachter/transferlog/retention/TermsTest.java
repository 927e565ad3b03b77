package nl.sluiswachter.transferlog.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final Map<String, Period> FLOORS = Map.of("*", Period.ofYears(5), "VT_REPORT", Period.ofYears(30));

    private final Terms terms = Terms.of(SomeRetention.LAW, FLOORS, Period.ofYears(7));

    @Test
    void isTheLongerOfSenderAndReceiverUnderAnyRule() {
        assertThat(terms.of("NURSE_WMO_ALIGNMENT")).isEqualTo(Period.ofYears(20));
        assertThat(terms.of("VT_TRANSFER_LOCAL")).isEqualTo(Period.ofYears(20));
        assertThat(terms.of("WMO_ALLOCATION")).isEqualTo(Period.ofYears(15));
    }

    @Test
    void isNeverShorterThanTheFloor() {
        assertThat(terms.of("VIR_FLAG")).isEqualTo(Period.ofYears(5));
        assertThat(terms.of("VT_REPORT")).isEqualTo(Period.ofYears(30));
    }

    @Test
    void isTheSettingForWhatHasNone() {
        assertThat(terms.of("DEBT_EARLY_SIGNAL")).isEqualTo(Period.ofYears(7));
        assertThat(terms.of("A_TYPE_OF_LONG_AGO")).isEqualTo(Period.ofYears(7));
        assertThat(terms.of("LOOKUP")).isEqualTo(Period.ofYears(7));
    }

    @Test
    void comparesMonthsWithYears() {
        Terms some = new Terms(Map.of("X", Period.parse("P61M"), "Y", Period.parse("P59M")), FLOORS, Period.ofYears(5));

        assertThat(some.of("X")).isEqualTo(Period.parse("P61M"));
        assertThat(some.of("Y")).isEqualTo(Period.ofYears(5));
    }
}
