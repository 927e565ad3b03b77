package nl.sluiswachter.console.transfers;

import java.util.List;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;

/** How far a transfer is, as its steps in the log say. */
enum TransferState {
    /** Only asked whether it would be permitted. */
    ASKED("govuk-tag--grey"),
    REFUSED("govuk-tag--red"),
    ON_ITS_WAY("govuk-tag--blue"),
    /** The last attempt failed; it is tried again. */
    TRIED("govuk-tag--yellow"),
    DELIVERED("govuk-tag--turquoise"),
    ACCEPTED("govuk-tag--green"),
    REJECTED("govuk-tag--orange"),
    STOPPED("govuk-tag--purple"),
    /** What the log has of it, or of a step, is not what was written. */
    DAMAGED("govuk-tag--red");

    private final String style;

    TransferState(String style) {
        this.style = style;
    }

    /** Class of its tag. */
    String style() {
        return style;
    }

    /** Key of its words. */
    String words() {
        return "transfers.state." + name();
    }

    /** @param steps after the decision, the oldest first */
    static TransferState of(Found decision, List<Found> steps) {
        if (decision.isDamaged()) {
            return DAMAGED;
        }
        if (decision.kind() == LogKind.DRY_RUN) {
            return ASKED;
        }
        if (decision.text("outcome").filter("PERMIT"::equals).isEmpty()) {
            return REFUSED;
        }
        if (steps.stream().anyMatch(Found::isDamaged)) {
            return DAMAGED;
        }
        return steps.stream().map(TransferState::after).reduce(ON_ITS_WAY, TransferState::later);
    }

    private static TransferState after(Found step) {
        return switch (step.kind()) {
            case DELIVERED -> DELIVERED;
            case DELIVERY_FAILED -> TRIED;
            case DELIVERY_STOPPED -> STOPPED;
            case ACKNOWLEDGED ->
                step.entry().path("detail").path("status").asText().equals("REJECTED") ? REJECTED : ACCEPTED;
            default -> ON_ITS_WAY;
        };
    }

    private static TransferState later(TransferState before, TransferState after) {
        return after == ON_ITS_WAY ? before : after;
    }
}
