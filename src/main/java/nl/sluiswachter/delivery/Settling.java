package nl.sluiswachter.delivery;

import java.time.Instant;
import java.util.UUID;

/** What came of an acknowledgement. */
public sealed interface Settling {

    /** Settled, now or before by the same words. */
    record Settled(UUID transferId, Acknowledgement acknowledgement, Instant settledAt) implements Settling {

        /** The final state. */
        public DeliveryState state() {
            return acknowledgement.state();
        }
    }

    /** Settled before, in another way. */
    record AlreadySettled() implements Settling {}

    /** Accepted without having been read or pushed: nothing was done. */
    record NotYetRead() implements Settling {}

    /** No such message for this receiver. */
    record NotFound() implements Settling {}
}
