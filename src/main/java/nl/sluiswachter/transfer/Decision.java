package nl.sluiswachter.transfer;

import java.util.List;

/** The outcome for one message. */
public sealed interface Decision {

    /** What the sender can do: about a refusal, or for a permit about what was left out. */
    List<WayOut> waysOut();

    /**
     * The message may go, without what was removed.
     *
     * @param waysOut how to have what was removed go along another time
     */
    record Permit(List<Obligation> obligations, List<WayOut> waysOut) implements Decision {

        public Permit {
            obligations = List.copyOf(obligations);
            waysOut = List.copyOf(waysOut);
        }
    }

    /**
     * The message may not go.
     *
     * @param reasons every finding that failed, in the order of the checks; at least one
     * @param waysOut what to do about them
     */
    record Deny(List<Finding> reasons, List<WayOut> waysOut) implements Decision {

        public Deny {
            reasons = List.copyOf(reasons);
            waysOut = List.copyOf(waysOut);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A refusal needs a reason");
            }
        }
    }
}
