package nl.sluiswachter.report;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;

/**
 * What somebody else thinks of what a report held back.
 *
 * @param reference to the file with the motivation
 * @param officer who judged for that party; empty for a system
 * @param transfers that are opened to the person, or stay closed; all of the report when an uphold names none
 */
public record Verdict(
        Outcome outcome, Reason reason, String reference, Set<UUID> transfers, Oin by, Optional<String> officer) {

    public Verdict {
        transfers = Set.copyOf(transfers);
    }

    /** Which way it went. */
    public enum Outcome {
        /** It stays held back. */
        UPHOLD,
        /** From now on reports tell it. */
        DISCLOSE
    }

    /** Why. */
    public enum Reason {
        /** Telling would harm the person or somebody else (AVG art. 15 lid 4 and 23, UAVG art. 41 lid 1 onder i). */
        PROTECTS_SOMEBODY(Outcome.UPHOLD),
        /** Telling would harm what Veilig Thuis has to do (Wmo 2015 art. 5.3.2). */
        SAFETY_TASK(Outcome.UPHOLD),
        /** What was protected no longer has to be. */
        NO_LONGER_NEEDED(Outcome.DISCLOSE),
        /** There was nothing to protect. */
        NEVER_NEEDED(Outcome.DISCLOSE);

        private final Outcome outcome;

        Reason(Outcome outcome) {
            this.outcome = outcome;
        }

        /** The outcome that it is a reason for. */
        public Outcome outcome() {
            return outcome;
        }

        /** Whether it is a reason for this outcome. */
        public boolean fits(Outcome other) {
            return outcome == other;
        }
    }
}
