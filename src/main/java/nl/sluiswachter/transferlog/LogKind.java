package nl.sluiswachter.transferlog;

import java.util.Arrays;
import java.util.List;

/** What a log entry records. */
public enum LogKind {
    /** A permit or a refusal of a real transfer. */
    DECISION(Keeping.AS_ITS_TYPE),
    /** A decision asked for without delivery. */
    DRY_RUN(Keeping.AS_ITS_TYPE),
    /** A message of the gateway itself that has to be refused; never about a person. */
    CANARY(Keeping.FOR_A_TERM),
    /** The receiver has the message: fetched from the inbox or accepted by its webhook. */
    DELIVERED(Keeping.AFTER_ITS_DECISION),
    /** A push that failed and will be tried again, or was given up. */
    DELIVERY_FAILED(Keeping.AFTER_ITS_DECISION),
    /** The receiver acknowledged or rejected the message; its payload is gone. */
    ACKNOWLEDGED(Keeping.AFTER_ITS_DECISION),
    /** Delivery was stopped: consent withdrawn or term expired. */
    DELIVERY_STOPPED(Keeping.AFTER_ITS_DECISION),
    /** A consent was registered or changed. */
    CONSENT(Keeping.AFTER_DECISIONS_ON_THE_PERSON),
    /** A fact was registered or ended. */
    FACT(Keeping.AFTER_DECISIONS_ON_THE_PERSON),
    /** A party was registered or changed by the operator. */
    PARTY(Keeping.FOREVER),
    /** A version of the catalogue was loaded, rehearsed, approved by an officer, or became the law in force. */
    CATALOGUE(Keeping.FOREVER),
    /** The operator began a new epoch of the log, after its tree could not go on. */
    EPOCH(Keeping.FOREVER),
    /** Somebody searched the log or read from it about others. */
    LOOKUP(Keeping.FOR_A_TERM),
    /** Somebody forbade or allowed again that certain entries are destroyed. */
    HOLD(Keeping.AFTER_DECISIONS_ON_THE_PERSON),
    /** Entries were destroyed after their term: which, and by which rule. Written by the database. */
    DESTRUCTION(Keeping.FOREVER),
    /** A month of the log was taken out of the database into a file, or put back. */
    ARCHIVE(Keeping.FOREVER),
    /** Entries of the log were written into files, outside of what the gateway guards: by the operator, or of a search. */
    EXPORT(Keeping.FOREVER),
    /** The operator did something by a command that has no kind of its own: which, and why. */
    OPERATION(Keeping.FOREVER),
    /** A resident's report was given, with what was held back from it. */
    REPORT(Keeping.AFTER_DECISIONS_ON_THE_PERSON),
    /** Somebody else judged whether what a report held back was held back rightly. */
    REPORT_VERDICT(Keeping.AFTER_DECISIONS_ON_THE_PERSON),
    /** An officer judged afterwards whether a transfer went rightly: for a vital interest, or with secrecy set aside. */
    REVIEW_VERDICT(Keeping.AFTER_ITS_DECISION),
    /** A node started: catalogue version and route file hashes. */
    START(Keeping.FOREVER);

    private final Keeping keeping;

    LogKind(Keeping keeping) {
        this.keeping = keeping;
    }

    /** How long entries of a kind are kept, each at least as long as its floor. The database has the same in log_kind. */
    public enum Keeping {
        /** As long as the data of their exchange type. */
        AS_ITS_TYPE,
        /** Until the decision on the transfer is gone. */
        AFTER_ITS_DECISION,
        /** Until the last decision about the person is gone. */
        AFTER_DECISIONS_ON_THE_PERSON,
        /** For a term of their own. */
        FOR_A_TERM,
        /** About nobody: they tell how the log came to be what it is. */
        FOREVER
    }

    /** How long entries of this kind are kept. */
    public Keeping keeping() {
        return keeping;
    }

    /** The names of all kinds that are kept so. */
    public static List<String> kept(Keeping keeping) {
        return Arrays.stream(values())
                .filter(kind -> kind.keeping == keeping)
                .map(LogKind::name)
                .toList();
    }

    /** Whether it can tell that something is held back from a resident. */
    public boolean tellsOfHoldingBack() {
        return this == REPORT || this == REPORT_VERDICT;
    }
}
