package nl.sluiswachter.transfer;

/** What becomes of a submitted message once it is decided. All take the same path. */
public enum Nature {
    /** A permit is delivered. */
    TRANSFER,
    /** Somebody asks what the answer would be; nothing is delivered. */
    DRY_RUN,
    /** The gateway's own proof that it still refuses; nothing is delivered, also when it were permitted. */
    CANARY
}
