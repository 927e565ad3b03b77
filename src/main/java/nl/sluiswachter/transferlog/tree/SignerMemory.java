package nl.sluiswachter.transferlog.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.kernel.DurableFile;
import nl.sluiswachter.transferlog.entry.Follows;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Malformed;

/**
 * The checkpoint that this node signed last, in a file of its own: outside the database, so that whoever changes that cannot
 * change this with it.
 */
public final class SignerMemory {

    private static final String NEXT = "then ";

    private final DurableFile file;

    public SignerMemory(Path file) {
        this.file = new DurableFile(file);
    }

    /**
     * What was signed last; empty before the first time.
     *
     * @throws SignerRefusal when the file is damaged: then nothing is signed until somebody looked at it
     */
    Optional<Checkpoint> last() {
        try {
            Optional<String> text = file.read();
            return text.isPresent() ? Optional.of(Checkpoint.parse(text.get())) : Optional.empty();
        } catch (Malformed | IOException e) {
            throw new SignerRefusal("The file of sluiswachter.log.memory cannot be read as a checkpoint");
        }
    }

    /** Whether the operator let this node go over to the epoch of this checkpoint, with the past that it says. */
    boolean allows(Checkpoint next) {
        String told =
                Follows.of(next).map(follows -> next(next.origin(), follows)).orElse("");
        return last().filter(last -> last.extensions().contains(told)).isPresent();
    }

    /** Lets this node go over to the epoch with this origin, which follows on that; durable when it returns. */
    void allow(String origin, Follows follows) {
        Checkpoint last = last().orElseThrow();
        List<String> lines = new ArrayList<>(last.extensions());
        lines.add(next(origin, follows));
        remember(new Checkpoint(last.origin(), last.size(), last.root(), lines));
    }

    private static String next(String origin, Follows follows) {
        return NEXT + origin + " " + follows.line();
    }

    /** Durable when it returns. */
    void remember(Checkpoint checkpoint) {
        try {
            file.replace(checkpoint.text());
        } catch (IOException e) {
            throw new UncheckedIOException("The file of sluiswachter.log.memory cannot be written", e);
        }
    }
}
