package nl.sluiswachter.console.review;

import java.util.List;

/**
 * What senders still have to do soon.
 *
 * @param more whether there is more than is shown
 */
record DutiesView(List<ReviewListView.Row> rows, boolean more) {

    DutiesView {
        rows = List.copyOf(rows);
    }
}
