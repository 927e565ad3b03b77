package nl.sluiswachter.console.transfers;

import java.util.List;
import nl.sluiswachter.explanation.Account;

/**
 * One transfer.
 *
 * @param head what it is
 * @param steps what happened, the oldest first
 * @param looks who looked at it, the newest first
 * @param told why it was decided so; null when the rules of that day are not here any more
 * @param fields what was offered and what went, per person
 * @param items what was asked or answered
 * @param related others of the case
 * @param more whether there are more of these
 * @param proof null where there is nothing to prove: nothing was exchanged
 */
record TransferView(
        Head head,
        List<Step> steps,
        List<Look> looks,
        Told told,
        List<Field> fields,
        List<String> items,
        List<Term> terms,
        List<TransfersView.Row> related,
        boolean more,
        Proof proof) {

    /**
     * What it is.
     *
     * @param line as in the list
     * @param type code of its exchange type
     * @param articles that the findings rest on
     * @param hash of its entry
     */
    record Head(TransfersView.Row line, String type, List<String> articles, String version, String hash) {}

    /**
     * Something that happened.
     *
     * @param words key of its words
     * @param about a code that goes with it; empty for none
     * @param by which party did it; empty when not told
     */
    record Step(String moment, String words, String about, String by) {}

    /**
     * Somebody looked at it.
     *
     * @param officer who of the party; empty for a system
     * @param ground key of its words
     */
    record Look(String moment, String by, String officer, String ground, String reference) {}

    /** The decision in three voices. */
    record Told(Account professional, Account resident, String technical) {}

    /**
     * One field.
     *
     * @param person what the person is in the case
     * @param path as the message writes it
     * @param offered whether the sender gave it
     * @param went whether the receiver got it
     * @param reason why it did not; empty otherwise
     */
    record Field(
            String person, String title, String path, boolean offered, boolean went, String reason, String article) {}

    /**
     * What must still be done.
     *
     * @param past whether its last day is over, of what is not known to be done
     * @param missed whether it is of no use, because the message did not arrive
     * @param review whether it is met with a verdict
     * @param link to the verdict; empty where the reader finds none
     */
    record Term(String text, boolean past, boolean missed, boolean review, String link, String article) {}

    /**
     * Whether it stands in the log.
     *
     * @param words key of what came out
     * @param sentences of the verifier, in English
     * @param size how many entries the checkpoint covers; empty without one
     * @param root hash of the checkpoint; empty without one
     */
    record Proof(String words, List<String> sentences, String size, String root) {}
}
