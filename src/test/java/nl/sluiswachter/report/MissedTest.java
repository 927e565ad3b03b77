package nl.sluiswachter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Place;
import org.junit.jupiter.api.Test;

class MissedTest {

    private static final Found READ = event(LogKind.DELIVERED, "", "");
    private static final Found LAPSED = event(LogKind.DELIVERY_STOPPED, "EXPIRED", "0");
    private static final Found TRIED = event(LogKind.DELIVERY_STOPPED, "CONSENT_WITHDRAWN", "1");

    @Test
    void didNotArriveWhenItEndedBeforeItWasHandedOut() {
        assertThat(Missed.reason(List.of(LAPSED))).contains("EXPIRED");
    }

    @Test
    void isNotSaidOfWhatArrivedOrStillMayOrMayHave() {
        assertThat(Missed.reason(List.of())).isEmpty();
        assertThat(Missed.reason(List.of(READ))).isEmpty();
        assertThat(Missed.reason(List.of(READ, LAPSED))).isEmpty();
        assertThat(Missed.reason(List.of(LAPSED, READ))).isEmpty();
        assertThat(Missed.reason(List.of(TRIED))).isEmpty();
    }

    @Test
    void heedsOnlyTheStepsThatTellOfArrival() {
        Found failed = event(LogKind.DELIVERY_FAILED, "TIMED_OUT", "1");
        Found held = event(LogKind.HOLD, "", "");

        assertThat(Arrivals.missedBy(List.of(LAPSED, held))).contains("EXPIRED");
        assertThat(Arrivals.missedBy(List.of(failed, LAPSED))).contains("EXPIRED");
        assertThat(Arrivals.missedBy(List.of(READ, held, LAPSED))).isEmpty();
        assertThat(Arrivals.missedBy(List.of(held))).isEmpty();
    }

    @Test
    void tellsOfNoConsentToWhomGaveNone() {
        assertThat(Missed.phrase("EXPIRED", false)).isEqualTo(ReportPhrase.MISSED_LAPSED);
        assertThat(Missed.phrase("CONSENT_WITHDRAWN", true)).isEqualTo(ReportPhrase.MISSED_WITHDRAWN);
        assertThat(Missed.phrase("CONSENT_INVALIDATED", true)).isEqualTo(ReportPhrase.MISSED_ENDED);
        assertThat(Missed.phrase("CONSENT_WITHDRAWN", false)).isEqualTo(ReportPhrase.MISSED_STOPPED);
    }

    private static Found event(LogKind kind, String reason, String attempts) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.putObject("detail").put("reason", reason).put("attempts", attempts);
        return new Found(new Place(Instant.EPOCH, 1, 1), new UUID(0, 1), kind, entry, new byte[0], Map.of());
    }
}
