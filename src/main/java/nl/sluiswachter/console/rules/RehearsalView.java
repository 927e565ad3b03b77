package nl.sluiswachter.console.rules;

import java.util.List;
import nl.sluiswachter.activation.RehearsalSummary;

/**
 * What a rehearsal found, in words.
 *
 * @param totals without what is confidential: beside the list they would tell how often that was
 */
record RehearsalView(RehearsalSummary.Totals totals, List<Change> changes) {

    RehearsalView {
        changes = List.copyOf(changes);
    }

    /**
     * Decisions that change alike.
     *
     * @param before PERMIT or DENY
     * @param after PERMIT or DENY
     * @param decisions how many; 0 where that is confidential
     */
    record Change(
            String type,
            String sender,
            String before,
            String after,
            List<String> appeared,
            List<String> disappeared,
            boolean deliversMore,
            long decisions) {}
}
