package nl.sluiswachter.transferlog.task;

import nl.sluiswachter.kernel.Oin;

/**
 * What an officer thinks of a transfer afterwards. It changes nothing of the transfer.
 *
 * @param reference to the file with the motivation
 * @param officer id of who judged
 * @param by the municipality for which that was
 */
public record ReviewVerdict(Outcome outcome, Reason reason, String reference, String officer, Oin by) {

    /** Whether it went rightly. */
    public enum Outcome {
        RIGHT,
        NOT_RIGHT
    }

    /** Why. */
    public enum Reason {
        /** There was need, no lighter way, and no more went than it took. */
        NECESSARY(Outcome.RIGHT),
        /** What was weighed can be found, and bears the choice. */
        WEIGHED_WELL(Outcome.RIGHT),
        /** There was no such need. */
        NOT_NECESSARY(Outcome.NOT_RIGHT),
        /** A lighter way was open, such as asking the person. */
        LIGHTER_WAY(Outcome.NOT_RIGHT),
        /** More went than the need asked. */
        TOO_MUCH(Outcome.NOT_RIGHT),
        /** What was weighed cannot be found. */
        NO_WEIGHING(Outcome.NOT_RIGHT);

        private final Outcome outcome;

        Reason(Outcome outcome) {
            this.outcome = outcome;
        }

        /** The outcome that it is a reason for. */
        public Outcome outcome() {
            return outcome;
        }
    }
}
