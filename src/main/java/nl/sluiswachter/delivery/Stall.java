package nl.sluiswachter.delivery;

/** Why a message is not with its receiver, where that will not mend itself. One can have several. */
public enum Stall {
    /** Given up in the last seven days. */
    EXPIRED("state = 'EXPIRED' and settled_at >= :week"),
    /** Given up within a day unless its receiver acknowledges it. */
    ENDING("state in ('QUEUED', 'DELIVERED') and expires_at between :now and :soon"),
    /** Not fetched or handed over for more than two days. */
    WAITING("state = 'QUEUED' and created_at < :long"),
    /** Its receiver could not be reached time after time and is left alone for now. */
    PAUSED("push and state = 'QUEUED' and receiver in (select receiver from push_pause where until > :now)");

    private final String condition;

    Stall(String condition) {
        this.condition = condition;
    }

    /** On table delivery; its parameters are those of {@link StuckMessages#at}. */
    String condition() {
        return condition;
    }
}
