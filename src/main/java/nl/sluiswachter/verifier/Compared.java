package nl.sluiswachter.verifier;

import java.util.ArrayList;
import java.util.List;

/**
 * Of how many entries that were compared what stands beside them was there too. A line that leaves it out can hide a change of
 * it, so it is said when some do.
 */
final class Compared {

    private long unfiled;
    private long subjects;
    private long named;
    private long unnamed;

    /** An archive always says who its entries are about, an export only when that was asked for. */
    void add(ExportedEntry entry) {
        unfiled += entry.isFiled() ? 0 : 1;
        subjects += entry.subjects() == null ? 0 : 1;
        named += entry.subjects() == null || entry.isArchived() ? 0 : 1;
        unnamed += entry.subjects() == null && !entry.isArchived() ? 1 : 0;
    }

    void add(Compared other) {
        unfiled += other.unfiled;
        subjects += other.subjects;
        named += other.named;
        unnamed += other.unnamed;
    }

    /** What is to be said of it. */
    String statement() {
        return subjects > 0
                ? "Who entries are about was compared for %d entries.".formatted(subjects)
                : "Who entries are about was not there to compare.";
    }

    /** What was not proven. */
    List<String> open() {
        List<String> open = new ArrayList<>();
        if (unfiled > 0) {
            open.add("Of %d entries the export leaves out by what they are found, so a change of that is not found."
                    .formatted(unfiled));
        }
        if (named > 0 && unnamed > 0) {
            open.add(
                    "Of %d entries the export leaves out who they are about and of %d it does not, so a change of that is not found."
                            .formatted(unnamed, named));
        }
        return open;
    }
}
