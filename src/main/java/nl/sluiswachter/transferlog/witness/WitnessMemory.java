package nl.sluiswachter.transferlog.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.DurableFile;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.WitnessedTree;

/**
 * What this node cosigned last of each neighbour, in a file: a database that is put back from a backup has forgotten it, and a
 * witness that forgets can be made to cosign two trees. A checkpoint for each, one after the other with an empty line between.
 */
final class WitnessMemory {

    private final DurableFile file;

    WitnessMemory(Path file) {
        this.file = new DurableFile(file);
    }

    /**
     * The newer of what is stored and what this node remembers; of two trees of one size the remembered one.
     *
     * @throws IllegalStateException when the file is damaged: then nothing is cosigned until somebody looked at it
     */
    synchronized Optional<WitnessedTree> newest(String origin, Optional<WitnessedTree> stored) {
        Optional<WitnessedTree> remembered = Optional.ofNullable(read().get(origin));
        return remembered
                .filter(own -> stored.filter(other -> other.size() > own.size()).isEmpty())
                .or(() -> stored);
    }

    /** Durable when it returns. */
    synchronized void remember(String origin, WitnessedTree tree) {
        Map<String, WitnessedTree> all = read();
        WitnessedTree before = all.put(origin, tree);
        if (tree.equals(before)) {
            return;
        }
        try {
            file.replace(all.entrySet().stream()
                    .map(one -> Checkpoint.of(
                                    one.getKey(),
                                    one.getValue().size(),
                                    one.getValue().root())
                            .text())
                    .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException("What was cosigned cannot be remembered", e);
        }
    }

    private Map<String, WitnessedTree> read() {
        Map<String, WitnessedTree> all = new TreeMap<>();
        try {
            for (String text : file.read().orElse("").split("\n\n")) {
                if (!text.isEmpty()) {
                    Checkpoint one = Checkpoint.parse(text.stripTrailing() + "\n");
                    all.put(one.origin(), new WitnessedTree(one.size(), one.root()));
                }
            }
            return all;
        } catch (IOException | Malformed e) {
            throw new IllegalStateException("The file of what was cosigned cannot be read", e);
        }
    }
}
