package nl.sluiswachter.console.work;

import java.util.List;

/**
 * One piece of work.
 *
 * @param result empty words while there is none
 */
record WorkView(Item work, Result result) {

    /**
     * How far it is.
     *
     * @param kind key of words
     * @param state key of words
     * @param outcome key of words; empty while it did not come to anything
     * @param share whether its steps are no things that one counts: only their share is told
     * @param left seconds; -1 while nobody can tell
     */
    record Item(
            String id,
            String kind,
            String state,
            String outcome,
            String started,
            boolean running,
            boolean share,
            int percent,
            long done,
            long total,
            long rate,
            long spent,
            long left) {}

    /**
     * What it came to.
     *
     * @param link where it goes on; empty for nowhere
     * @param file name of the file; empty for none
     */
    record Result(List<String> sentences, String link, String file) {}

    /**
     * All of an officer's work.
     *
     * @param full whether what they asked for was not begun because too much is under way
     * @param crowded whether it was not begun because the files that are kept leave no room
     */
    record MyWork(List<Item> works, boolean full, boolean crowded) {}
}
