package nl.sluiswachter.transferlog.merkle;

import java.util.ArrayList;
import java.util.List;

/** The head of a log at one size (C2SP tlog-checkpoint): the text of the note the log signs. */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final int FIXED_LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        List<String> lines = new ArrayList<>(extensions);
        lines.add(origin);
        boolean areLines =
                lines.stream().allMatch(line -> !line.isEmpty() && line.chars().allMatch(c -> c >= ' '));
        if (!areLines || size < 0 || size == 0 && !root.equals(TreeHashing.EMPTY)) {
            throw new IllegalArgumentException("A checkpoint cannot be written as its format wants");
        }
    }

    /** A head without extension lines. */
    public static Checkpoint of(String origin, long size, Hash root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    /** Reads the text of a note. */
    public static Checkpoint parse(String text) throws Malformed {
        String[] lines = text.split("\n", -1);
        if (lines.length <= FIXED_LINES || !lines[lines.length - 1].isEmpty()) {
            throw new Malformed(Malformation.CHECKPOINT_LINES);
        }
        List<String> filled = List.of(lines).subList(0, lines.length - 1);
        if (filled.contains("")) {
            throw new Malformed(Malformation.CHECKPOINT_EMPTY_LINE);
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed(Malformation.NOTE_CONTROL_CHARACTER);
        }
        long size = StrictText.decimal(filled.get(1)).orElseThrow(() -> new Malformed(Malformation.CHECKPOINT_SIZE));
        Hash root = root(filled.get(2));
        if (size == 0 && !root.equals(TreeHashing.EMPTY)) {
            throw new Malformed(Malformation.CHECKPOINT_EMPTY_TREE);
        }
        return new Checkpoint(filled.get(0), size, root, filled.subList(FIXED_LINES, filled.size()));
    }

    /** Reads the text of a note, whoever signed it. */
    public static Checkpoint of(Note note) throws Malformed {
        return parse(note.text());
    }

    /** The text to sign. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n');
        text.append(root.base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static Hash root(String line) throws Malformed {
        try {
            return Hash.parse(line);
        } catch (Malformed e) {
            throw new Malformed(Malformation.CHECKPOINT_ROOT);
        }
    }
}
