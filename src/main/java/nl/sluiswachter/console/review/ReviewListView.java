package nl.sluiswachter.console.review;

import java.util.List;
import java.util.Map;

/**
 * Reviews that are due, or those that were done.
 *
 * @param done which of both
 * @param all whether confidential transfers of others are among them
 * @param outcomes what was judged last, by the id of the row
 * @param next where the next page starts; empty on the last
 */
record ReviewListView(boolean done, boolean all, List<Row> rows, Map<String, String> outcomes, String next) {

    /** As outcome: what was judged last cannot be read. */
    static final String DAMAGED = "DAMAGED";

    ReviewListView {
        rows = List.copyOf(rows);
        outcomes = Map.copyOf(outcomes);
    }

    /**
     * One of them.
     *
     * @param due empty where no rule gives a last day
     */
    record Row(String id, String code, String title, String from, String to, String day, String due, boolean late) {}
}
