package nl.sluiswachter.console.review;

import java.util.List;

/**
 * Reports that held something back.
 *
 * @param open whether the ground opens them; else there are no rows
 * @param next where the next page starts; empty on the last
 */
record HeldBackListView(boolean open, List<Row> rows, String next) {

    HeldBackListView {
        rows = List.copyOf(rows);
    }

    /**
     * One of them.
     *
     * @param id empty where it was damaged: then nothing but the moment can be read
     * @param ground on which it was given, a code
     * @param held what was held back by which rule
     * @param verdicts how many can be read
     * @param doubted whether it, or a verdict that may be on it, was damaged
     */
    record Row(
            String id, String given, String ground, String reference, List<Held> held, int verdicts, boolean doubted) {

        /** Where it is read; what was damaged cannot be, and the log tells what to do about it. */
        public String address() {
            return id.isEmpty() ? "/console/log" : "/console/review/reports/" + id;
        }
    }

    /** How many entries a rule held back. */
    record Held(String rule, int number) {}
}
