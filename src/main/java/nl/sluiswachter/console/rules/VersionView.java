package nl.sluiswachter.console.rules;

import java.util.List;

/**
 * One version, against another.
 *
 * @param version shortened for people and addresses
 * @param times when it was put in force and by whom, the latest first
 * @param against the version it is compared with
 * @param others versions that it can be compared with
 * @param types exchange types that differ
 * @param lines all that differs, file by file, as the command line tells it
 * @param rehearsal null for none, and for who may not see it
 * @param approvals by the first digits of the officers' keys
 * @param editor whether who looks may do something about it
 * @param refusal why something could not be done, in English; empty for nothing
 */
record VersionView(
        String version,
        String whole,
        boolean inForce,
        List<VersionsView.Past> times,
        String against,
        List<String> others,
        List<TypeDifference> types,
        List<String> lines,
        RehearsalView rehearsal,
        List<String> approvals,
        boolean auditor,
        boolean editor,
        String refusal) {

    /** How many different people it takes. */
    static final int NEEDED = 2;

    /** Whether enough approved. */
    public boolean ready() {
        return !inForce && approvals.size() >= NEEDED;
    }
}
