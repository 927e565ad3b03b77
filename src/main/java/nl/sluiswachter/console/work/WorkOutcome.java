package nl.sluiswachter.console.work;

/** What work came to, in one word. */
public enum WorkOutcome {
    /** All is as it must be. */
    SOUND,
    /** Nothing is wrong, and something is not proven. */
    UNPROVEN,
    /** Something is not as it must be. */
    BROKEN,
    /** Nothing could be said. */
    UNREADABLE,
    /** It is ready. */
    READY,
    /** It could not be done as things stand; a sentence says why. */
    REFUSED,
    /** It is more than fits into one file, or than can be looked for at once. */
    TOO_LARGE
}
