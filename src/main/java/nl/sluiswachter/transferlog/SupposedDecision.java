package nl.sluiswachter.transferlog;

import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.transfer.Decided;

/** Reads a decision that was only supposed as its entry would have told it, so that there is one explanation. */
public final class SupposedDecision {

    private static final UUID NOWHERE = new UUID(0, 0);

    private SupposedDecision() {}

    /** What the log would say; it stands in no log. */
    public static RecordedDecision of(Decided decided) {
        return DecisionReader.read(new DecisionEntry(decided, Optional.empty())
                .toJson(NOWHERE, decided.submitted().receivedAt())
                .put("kind", LogKind.DRY_RUN.name()));
    }
}
