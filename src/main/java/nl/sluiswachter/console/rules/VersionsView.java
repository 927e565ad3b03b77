package nl.sluiswachter.console.rules;

import java.util.List;

/**
 * The versions that are kept.
 *
 * @param doubt whether an activation does not count here
 * @param officers how many may approve
 */
record VersionsView(
        String inForce,
        String since,
        int activation,
        boolean doubt,
        int officers,
        List<Line> versions,
        List<Past> history) {

    VersionsView {
        versions = List.copyOf(versions);
        history = List.copyOf(history);
    }

    /** @param version shortened for people and addresses */
    record Line(String version, String loaded, boolean fromJar, boolean inForce, boolean rehearsed, int approvals) {}

    /** @param officers by the first digits of their keys */
    record Past(int activation, String at, String version, boolean genuine, boolean first, List<String> officers) {}
}
