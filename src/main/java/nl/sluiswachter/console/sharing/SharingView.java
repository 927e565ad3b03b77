package nl.sluiswachter.console.sharing;

import java.util.List;
import nl.sluiswachter.console.figures.ScopeForm;

/**
 * Who shares what with whom.
 *
 * @param byCapacity whether parties of a capacity stand together
 * @param picture null where there is nothing to draw
 * @param rows the same as a table, the largest first
 * @param others how many rows more there are; they are in the file
 * @param tooMany whether there is more than is read at once
 */
record SharingView(
        ScopeForm form,
        boolean byCapacity,
        Sum sum,
        Picture picture,
        List<Row> rows,
        Rest others,
        List<Unused> unused,
        boolean tooMany) {

    SharingView {
        rows = List.copyOf(rows);
        unused = List.copyOf(unused);
    }

    /** All of it together. */
    record Sum(long permitted, long refused, long senders, long receivers, long types, int unused) {}

    /** What the rows that are not shown add up to. */
    record Rest(int rows, long permitted, long refused) {}

    /**
     * One line of the table.
     *
     * @param law a key of words
     * @param link to its transfers, whatever their outcome, or of capacities to the parties behind them; empty for none
     */
    record Row(
            String from,
            String type,
            String title,
            String law,
            String article,
            String to,
            boolean allowed,
            long permitted,
            long refused,
            String link) {}

    /** What is allowed and was not used. */
    record Unused(String type, String title, String law, String article, String from, String to) {}
}
