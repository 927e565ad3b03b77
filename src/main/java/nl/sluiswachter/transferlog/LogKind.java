package nl.sluiswachter.transferlog;

/** What a log entry records. */
public enum LogKind {
    /** A permit or a refusal of a real transfer. */
    DECISION,
    /** A decision asked for without delivery. */
    DRY_RUN,
    /** A message of the gateway itself that has to be refused; never about a person. */
    CANARY,
    /** The receiver has the message: fetched from the inbox or accepted by its webhook. */
    DELIVERED,
    /** A push that failed and will be tried again, or was given up. */
    DELIVERY_FAILED,
    /** The receiver acknowledged or rejected the message; its payload is gone. */
    ACKNOWLEDGED,
    /** Delivery was stopped: consent withdrawn or term expired. */
    DELIVERY_STOPPED,
    /** A consent was registered or changed. */
    CONSENT,
    /** A fact was registered or ended. */
    FACT,
    /** A party was registered or changed by the operator. */
    PARTY,
    /** A version of the catalogue was loaded, rehearsed, approved by an officer, or became the law in force. */
    CATALOGUE,
    /** The operator began a new epoch of the log, after its tree could not go on. */
    EPOCH,
    /** Somebody searched the log or read from it about others. */
    LOOKUP,
    /** Somebody forbade or allowed again that certain entries are destroyed. */
    HOLD,
    /** Entries were destroyed after their term: which, and by which rule. Written by the database. */
    DESTRUCTION,
    /** A month of the log was taken out of the database into a file, or put back. */
    ARCHIVE,
    /** The operator had the log written into files, outside of what the gateway guards. */
    EXPORT,
    /** A resident's report was given, with what was held back from it. */
    REPORT,
    /** Somebody else judged whether what a report held back was held back rightly. */
    REPORT_VERDICT,
    /** A node started: catalogue version and route file hashes. */
    START;

    /** Whether it can tell that something is held back from a resident. */
    public boolean tellsOfHoldingBack() {
        return this == REPORT || this == REPORT_VERDICT;
    }
}
