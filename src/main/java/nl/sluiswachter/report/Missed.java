package nl.sluiswachter.report;

import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;

/** A message that was allowed and did not arrive, as the log tells. */
final class Missed {

    private static final String LAPSED = "EXPIRED";

    private Missed() {}

    /**
     * Why it did not arrive; empty when it did, still may, or may have: of a push that was tried nobody knows.
     *
     * @param events what became of the message
     */
    static Optional<String> reason(List<Found> events) {
        boolean arrived = events.stream().anyMatch(event -> event.kind() != LogKind.DELIVERY_STOPPED);
        return events.stream()
                .filter(event -> !arrived)
                .filter(event -> Telling.detail(event, "attempts").equals("0"))
                .map(event -> Telling.detail(event, "reason"))
                .findFirst();
    }

    /** @param consent whether the reader may know of the consent that it rested on */
    static ReportPhrase phrase(String reason, boolean consent) {
        if (reason.equals(LAPSED)) {
            return ReportPhrase.MISSED_LAPSED;
        }
        if (!consent) {
            return ReportPhrase.MISSED_STOPPED;
        }
        return reason.equals("CONSENT_WITHDRAWN") ? ReportPhrase.MISSED_WITHDRAWN : ReportPhrase.MISSED_ENDED;
    }
}
