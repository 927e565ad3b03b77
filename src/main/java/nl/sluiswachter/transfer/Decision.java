package nl.sluiswachter.transfer;

import java.util.List;

/** The outcome for one message. */
public sealed interface Decision {

    /** The message may go, without what was removed. */
    record Permit(List<Obligation> obligations) implements Decision {

        public Permit {
            obligations = List.copyOf(obligations);
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
