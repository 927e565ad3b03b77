package nl.sluiswachter.canary;

import nl.sluiswachter.transfer.CheckName;

/**
 * What is wrong with a canary, as a code that an operator may see: it names a step of the path, and nothing of a message.
 */
record Alarm(String code) {

    /** The decision was a permit. */
    static final Alarm PERMITTED = new Alarm("PERMITTED");

    /** The refusal does not stand in the log, or not as that of a canary. */
    static final Alarm NOT_LOGGED = new Alarm("NOT_LOGGED");

    /** It left something that a party could see or fetch. */
    static final Alarm NOT_KEPT_IN = new Alarm("NOT_KEPT_IN");

    /** The path ended before there was a decision, as it does without a database. */
    static final Alarm NO_DECISION = new Alarm("NO_DECISION");

    /** It was not refused lately, or not yet since the start. */
    static final Alarm NOT_RUN = new Alarm("NOT_RUN");

    /** A check did not see it, or not what is wrong with it. */
    static Alarm unseenBy(CheckName check) {
        return new Alarm("UNSEEN_BY_" + check.name());
    }
}
