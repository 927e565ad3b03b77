package nl.sluiswachter.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The entries of a log as a whole: what may be there but once, and what is gone. */
final class Contents implements Closeable {

    private final LogSource source;
    private final boolean present;
    private final OnceOnly decisions = new OnceOnly();
    private final Destroyed destroyed;
    private final Findings findings;
    private final List<Archive> archives = new ArrayList<>();
    private final Compared compared = new Compared();

    /**
     * @param archives of months that are not in the source any more
     * @param outside when others saw how much of the log
     * @param found hears each thing that is not as it must be
     */
    Contents(LogSource source, List<Path> archives, Outside outside, Consumer<String> found) throws IOException {
        this.findings = new Findings(found);
        this.source = source;
        this.destroyed = new Destroyed(outside);
        for (Path file : archives) {
            this.archives.add(new Archive(file));
        }
        this.present = source.hasEntries();
    }

    /** Whether there are contents at all: a gateway publishes none. */
    boolean present() {
        return present;
    }

    /** With how much of what stands beside them entries were compared. */
    Compared compared() {
        return compared;
    }

    /** What is not as it must be. */
    Findings findings() {
        return findings;
    }

    /** What was destroyed, and what is told of it. */
    Destroyed destroyed() {
        return destroyed;
    }

    /** On how many threads stretches may be checked: an archive is read once, from its beginning to its end. */
    int threads() {
        return archives.isEmpty() ? Runtime.getRuntime().availableProcessors() : 1;
    }

    /** Checks a stretch by itself; several at a time. */
    Stretch check(Leaves leaves, Set<Long> cuts, long number) {
        return new StretchCheck(source, archives, number * LogSource.STRETCH).run(leaves, cuts, present);
    }

    /** Takes what was noted of the next leaf that something was noted of. */
    void take(Stretch.Noted noted) throws IOException {
        if (noted.wrong() != null) {
            findings.add(noted.wrong());
        } else if (noted.isGone()) {
            destroyed.gone(noted.index());
        } else {
            destroyed.present(noted.index(), noted.entry());
            if (noted.entry().decides()) {
                decisions.add(noted.entry().transferId(), noted.index());
            }
        }
    }

    /** After the last leaf of a stretch. */
    void end(Stretch stretch) {
        compared.add(stretch.compared());
    }

    /**
     * After the last leaf: that nothing stands outside the tree, and no transfer was decided twice.
     *
     * @param beyond index of the first leaf of a stretch that the tree does not have
     */
    void end(Places places, long beyond) throws IOException {
        if (!present) {
            return;
        }
        try (Entries strange = source.withoutLeaf(places.next())) {
            tellStrange(strange);
        }
        long more = 1;
        for (long first = beyond; more > 0; first += LogSource.STRETCH) {
            try (Entries strange = source.entries(first, List.of())) {
                more = tellStrange(strange);
            }
        }
        decisions.tellRepeated(findings);
    }

    private long tellStrange(Entries strange) throws IOException {
        long count = 0;
        for (ExportedEntry one = strange.next(); one != null; one = strange.next()) {
            findings.add(StretchCheck.strange(one));
            count++;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        decisions.close();
        for (Archive archive : archives) {
            archive.close();
        }
    }
}
