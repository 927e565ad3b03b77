package nl.sluiswachter.transferlog;

/** What became of one decision in a batch. */
enum Outcome {
    /** It is durable, with everything that belongs to it. */
    WRITTEN,
    /** Its key was used before; nothing of it was written. */
    ANSWERED_BEFORE,
    /** A consent it rests on is not given any more; nothing of it was written. */
    CONSENT_GONE
}
