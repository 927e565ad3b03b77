package nl.sluiswachter.console.work;

/** What is done in the background. */
public enum WorkKind {
    /** The whole log is verified. */
    VERIFICATION,
    /** Recorded decisions are decided again by another version of the rules. */
    REHEARSAL,
    /** A rehearsal is repeated, for whoever is about to approve. */
    REVIEW,
    /** Something is written into a file. */
    EXPORT,
    /** A resident's report is made. */
    REPORT
}
