package nl.sluiswachter.console.rules;

import java.util.List;

/**
 * What a rehearsal found, in words.
 *
 * @param digest what an approval is signed for
 */
record RehearsalView(
        String digest,
        long decisions,
        long same,
        long changed,
        long notRehearsable,
        long deliversMore,
        long unlisted,
        List<Change> changes) {

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
