package nl.sluiswachter.verifier.recount;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts an exported log again: every entry, every leaf, and the tree they are in. */
public final class Recount {

    private static final int BUNDLE = 256; // leaves in a file of tile/entries (C2SP tlog-tiles)
    private static final int MOST_TOLD = 1_000;

    /** Of an entry: its shard, its position there, and SHA-256 of its bytes. */
    private static final Pattern LEAF =
            Pattern.compile("sluiswachter/entry/1 (0|[1-9]\\d{0,17}) (0|[1-9]\\d{0,17}) ([A-Za-z0-9+/]{43}=)");

    private final Path export;
    private final Consumer<String> say;
    private final Tree tree = new Tree();
    private final Map<String, Long> positions = new HashMap<>(); // the next of each shard
    private final byte[] dictionary;
    private long faults;
    private long destroyed;
    private long destroyedFrom = -1;

    private Recount(Path export, Consumer<String> say) throws IOException, GeneralSecurityException {
        this.export = export;
        this.say = say;
        try (InputStream text = Recount.class.getResourceAsStream("/log/entry-dictionary-1.txt")) {
            this.dictionary = text.readAllBytes();
        }
    }

    /** Takes the folder of an export, the verifier key, and files with a checkpoint that was kept; ends with the code of {@link #count}. */
    public static void main(String[] words) {
        if (words.length < 2) {
            System.err.println("Say which export, the verifier key of its log, and which checkpoints you kept.");
            System.exit(2);
        }
        List<Path> kept = Arrays.stream(words).skip(2).map(Path::of).toList();
        System.exit(count(Path.of(words[0]), words[1], kept, System.out::println));
    }

    /**
     * Counts an export.
     *
     * @param key of the log, {@code <name>+<id>+<key>}
     * @param kept files with a checkpoint each, which the log must continue
     * @param say is told each thing that is wrong, and at the end what was counted
     * @return 0 when all is as it must be, 1 when something is not, 2 when it cannot be told, and 3 when nothing is wrong but that
     *     entries were destroyed, lawfully or not
     */
    public static int count(Path export, String key, List<Path> kept, Consumer<String> say) {
        Recount recount = null;
        try {
            recount = new Recount(export, say);
            recount.run(key, kept);
        } catch (Unreadable e) {
            say.accept(e.getMessage());
            return recount.faults > 0 ? 1 : 2;
        } catch (NoSuchFileException e) {
            say.accept(e.getFile() + " is not there.");
            return recount.faults > 0 ? 1 : 2;
        } catch (IOException | GeneralSecurityException | RuntimeException | VirtualMachineError e) {
            say.accept("The rest cannot be told: " + e);
            return recount != null && recount.faults > 0 ? 1 : 2;
        }
        return recount.faults > 0 ? 1 : recount.destroyed > 0 ? 3 : 0;
    }

    private void run(String key, List<Path> kept) throws IOException, GeneralSecurityException {
        Checkpoint head = Checkpoint.read(export.resolve("checkpoint"), key);
        List<Checkpoint> signed = new ArrayList<>(List.of(head));
        for (Path file : kept) {
            signed.add(Checkpoint.read(file, key));
        }
        signed.stream()
                .filter(one -> one.size() > head.size())
                .forEach(one -> tell(
                        "The log has %d leaves and had %d when the earlier checkpoint was signed.",
                        head.size(), one.size()));
        goThrough(head.size(), signed);
        say.accept(
                "%d leaves were counted, %d of them of entries that were destroyed, and compared with %d checkpoints: %d faults."
                        .formatted(head.size(), destroyed, signed.size(), faults));
    }

    private void goThrough(long size, List<Checkpoint> signed) throws IOException {
        List<String> leaves = List.of();
        try (Lines lines = new Lines(export.resolve("entries"), this::tellAdded)) {
            for (long index = 0; index < size; index++) {
                compareRoot(index, signed);
                if (index % BUNDLE == 0) {
                    leaves = bundle(index / BUNDLE, (int) Math.min(BUNDLE, size - index));
                }
                String leaf = leaves.get((int) (index % BUNDLE));
                tree.append(leaf.getBytes(ISO_8859_1));
                compare(index, leaf, lines.at(index));
            }
            tellDestroyed(size, false);
            lines.end();
        }
        compareRoot(size, signed);
    }

    private void compareRoot(long size, List<Checkpoint> signed) {
        for (Checkpoint one : signed) {
            if (one.size() == size && !one.root().equals(tree.root())) {
                tell(
                        "The first %d leaves have root %s and had %s when they were signed.",
                        size, tree.root(), one.root());
            }
        }
    }

    private void compare(long index, String text, Line line) {
        Matcher leaf = LEAF.matcher(text);
        if (!leaf.matches()) {
            tell(
                    "Leaf %d is not one: what stands there has leaf hash %s.",
                    index, tree.leaf(text.getBytes(ISO_8859_1)));
            return;
        }
        String shard = leaf.group(1);
        long position = Long.parseLong(leaf.group(2));
        long due = positions.getOrDefault(shard, 0L);
        positions.put(shard, position + 1);
        String place = "The entry at shard %s, position %d (leaf %d)".formatted(shard, position, index);
        if (position != due) {
            tell("%s comes where position %d is due.", place, due);
        }
        boolean isThere = line != null && line.shard().equals(shard) && line.position() == position;
        tellDestroyed(index, isThere && line.packed() == null);
        if (!isThere) {
            tell("%s is gone: its leaf has hash %s.", place, Checkpoint.hex(leaf.group(3)));
        } else if (line.packed() != null) {
            String hash = hash(line);
            if (!hash.equals(Checkpoint.hex(leaf.group(3)))) {
                tell(
                        "%s was changed: its content has hash %s and its leaf has %s.",
                        place, hash, Checkpoint.hex(leaf.group(3)));
            }
        }
    }

    /** Runs of them: it is for the log to say that they were destroyed, and for somebody else to believe it. */
    private void tellDestroyed(long index, boolean isDestroyed) {
        if (isDestroyed) {
            destroyed++;
            destroyedFrom = destroyedFrom < 0 ? index : destroyedFrom;
        } else if (destroyedFrom >= 0) {
            say.accept("Of the entries of leaf %d to %d only the leaves are left.".formatted(destroyedFrom, index - 1));
            destroyedFrom = -1;
        }
    }

    private void tellAdded(Line line) {
        tell(
                "The entry at shard %s, position %d%s was added: no leaf is for it.",
                line.shard(), line.position(), line.packed() == null ? "" : " with hash " + hash(line));
    }

    private String hash(Line line) {
        return HexFormat.of().formatHex(tree.hash(line.entry(dictionary)));
    }

    private void tell(String sentence, Object... values) {
        if (++faults <= MOST_TOLD) {
            say.accept(sentence.formatted(values));
        }
    }

    /** Each leaf stands after its length in two bytes. A bundle that is not full has the number of its leaves in its name. */
    private List<String> bundle(long number, int width) throws IOException {
        String name = "%03d".formatted(number % 1000);
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            name = "x%03d/%s".formatted(rest % 1000, name);
        }
        Path file = export.resolve("tile/entries/" + name + (width < BUNDLE ? ".p/" + width : ""));
        if (!Files.exists(file)) {
            tell("The leaves from %d on are gone.", number * BUNDLE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        List<String> leaves = new ArrayList<>();
        try {
            while (bytes.hasRemaining()) {
                byte[] leaf = new byte[Short.toUnsignedInt(bytes.getShort())];
                bytes.get(leaf);
                leaves.add(new String(leaf, ISO_8859_1));
            }
        } catch (BufferUnderflowException e) {
            leaves.clear();
        }
        if (leaves.size() != width) {
            throw new Unreadable("%s does not hold %d leaves.".formatted(file, width));
        }
        return leaves;
    }
}
