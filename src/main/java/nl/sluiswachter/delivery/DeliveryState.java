package nl.sluiswachter.delivery;

/** Where a message is on its way. The first two are open, the others final. */
public enum DeliveryState {
    /** Waits to be read or pushed. */
    QUEUED,
    /** The receiver has it, but has not acknowledged it. */
    DELIVERED,
    /** Accepted by the receiver. */
    ACKNOWLEDGED,
    /** Refused by the receiver. */
    REJECTED,
    /** Stopped before hand-over, because a consent was withdrawn. */
    STOPPED,
    /** Not acknowledged in time. */
    EXPIRED;

    /** Whether nothing more will happen to the message. */
    public boolean isSettled() {
        return this != QUEUED && this != DELIVERED;
    }
}
