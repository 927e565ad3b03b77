package nl.sluiswachter.console.rules;

import java.util.List;

/** One exchange type, in words. */
record TypeView(String id, String title, String explanation, String answers, boolean confidential, List<Rule> rules) {

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

    /** An article and since when it is law; empty for not yet. */
    record Basis(String article, String since, String until) {}

    /** Who gives consent at an age; both are keys of words. */
    record Giver(String age, String rule) {}

    /** What must be so, or be done, and the article that says so. */
    record Need(String text, String article) {}

    /** What may be sent about somebody. */
    record Group(String about, List<String> fields) {}
}
