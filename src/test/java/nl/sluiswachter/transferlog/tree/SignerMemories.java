package nl.sluiswachter.transferlog.tree;

import java.nio.file.Path;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.TreeHashing;

/** Files in which signers remember what they signed, for tests that are about something else. */
public final class SignerMemories {

    private SignerMemories() {}

    /** As of a node that was there when the log was empty; leaves alone what a node remembers already. */
    public static void begin(Path file) {
        begin(file, "sluiswachter/00000099000000000100/1");
    }

    /** The same, for the log with this origin. */
    public static void begin(Path file, String origin) {
        SignerMemory memory = new SignerMemory(file);
        if (memory.last().isEmpty()) {
            memory.remember(Checkpoint.of(origin, 0, TreeHashing.EMPTY));
        }
    }
}
