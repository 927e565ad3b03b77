package nl.sluiswachter.transferlog.witness;

/** Why a witness did not cosign. */
enum Failure {
    /** No connection, or not to who it should be. */
    UNREACHABLE,
    /** No whole answer in time. */
    TIMED_OUT,
    /** 404: it does not watch this log, or not this epoch of it. */
    LOG_UNKNOWN,
    /** 403: it has another key for this log. */
    KEY_UNKNOWN,
    /** Any other status than C2SP tlog-witness has for this. */
    UNEXPECTED_STATUS,
    /** The answer is not in the form of C2SP tlog-witness, or its cosignature is not by the key we know. */
    BAD_ANSWER,
    /** The cosignature is of another time than now: one of the two clocks is wrong. */
    WRONG_TIME,
    /** Other instances submit at the same time; the next turn sees further. */
    OVERTAKEN,
    /** Our own tiles do not go that far. */
    OWN_TILES_MISSING,
    /** 422: our tree does not continue the one it saw. */
    INCONSISTENT(true),
    /** 409 twice: it saw another tree of the same size. */
    FORKED(true),
    /** 409: it saw a larger tree under our name than we have. */
    SHRUNK(true);

    private final boolean alarm;

    Failure() {
        this(false);
    }

    Failure(boolean alarm) {
        this.alarm = alarm;
    }

    /** Whether the witness saw a log under our name that is not ours. */
    boolean isAlarm() {
        return alarm;
    }
}
