package nl.sluiswachter.console.rules;

import java.util.List;

/**
 * One exchange type, in words.
 *
 * @param answers id of the type that it answers; empty for none
 * @param question what that is called
 */
record TypeView(
        String id,
        String title,
        String explanation,
        String answers,
        String question,
        boolean confidential,
        List<Rule> rules) {

    TypeView {
        rules = List.copyOf(rules);
    }

    /**
     * What the law says for these senders and receivers.
     *
     * @param task for which it is needed
     * @param retentionSender how long it is kept; empty for not known
     */
    record Rule(
            List<String> senders,
            List<String> receivers,
            String task,
            List<Basis> articles,
            List<String> avgGrounds,
            String demand,
            List<String> kinds,
            List<Giver> givers,
            String secrecy,
            String bsn,
            boolean objectable,
            List<Need> preconditions,
            List<Group> fields,
            List<List<String>> minimum,
            String household,
            List<Need> obligations,
            String retentionSender,
            String retentionReceiver,
            List<String> urgency) {}

    /** An article, since when it is law, empty for not yet, and until when, empty for no end. */
    record Basis(String article, String since, String until) {}

    /** Who gives consent at an age; both are keys of words. */
    record Giver(String age, String rule) {}

    /** What must be so, or be done, and the article that says so. */
    record Need(String text, String article) {}

    /** What may be sent about somebody. */
    record Group(String about, List<Field> fields) {}

    /**
     * One thing that may be sent.
     *
     * @param marks what the rule says of it besides, as keys of words
     */
    record Field(String title, List<Mark> marks) {}

    /** What a rule can say of a field. */
    enum Mark {
        /** Without it the message has no use. */
        MUST,
        /** Without it or another one. */
        ONE_OF,
        IDENTIFIES,
        SENSITIVE,
        /** A short reason, no story. */
        CODED,
        /** A consent counts only when it names it. */
        BY_NAME
    }
}
