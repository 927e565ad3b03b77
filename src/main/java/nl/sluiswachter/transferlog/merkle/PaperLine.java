package nl.sluiswachter.transferlog.merkle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A checkpoint as one line to print, keep and type over: origin, size, root in eight groups of hex digits, time, and a check
 * word against typing errors. It is not signed: believe it because of who kept it.
 *
 * @param at when it was the newest, in whole seconds
 */
public record PaperLine(Checkpoint checkpoint, Instant at) {

    private static final int PARTS = 5;
    private static final int GROUP = 8;
    private static final int WORD = 5;
    private static final int BITS = 5;
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base32: no I, L, O, U

    public PaperLine {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Reads a line that was typed over: any blanks between the parts, any case in root and check word. */
    public static PaperLine parse(String typed) throws Malformed {
        String[] parts = typed.strip().split("\\s+");
        if (parts.length != PARTS) {
            throw new Malformed(Malformation.PAPER_FORM);
        }
        PaperLine line = new PaperLine(checkpoint(parts[0], parts[1], parts[2]), time(parts[3]));
        String word = parts[4].toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (!word.equals(checkWord(line.content()))) {
            throw new Malformed(Malformation.PAPER_CHECK_WORD);
        }
        return line;
    }

    /** The line, without an end. */
    public String text() {
        return content() + " " + checkWord(content());
    }

    private String content() {
        String root = checkpoint.root().toString().replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
        return checkpoint.origin() + " " + checkpoint.size() + " " + root + " " + at;
    }

    private static Checkpoint checkpoint(String origin, String size, String root) throws Malformed {
        try {
            byte[] bytes = HexFormat.of().parseHex(root.replace("-", "").toLowerCase(Locale.ROOT));
            long leaves = StrictText.decimal(size).orElseThrow(() -> new Malformed(Malformation.PAPER_FORM));
            return Checkpoint.of(origin, leaves, Hash.of(bytes));
        } catch (IllegalArgumentException e) {
            throw new Malformed(Malformation.PAPER_FORM);
        }
    }

    private static Instant time(String text) throws Malformed {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed(Malformation.PAPER_FORM);
        }
    }

    /** 25 bits: one typing error in thirty million goes unseen. */
    private static String checkWord(String content) {
        byte[] hash = TreeHashing.sha256(StrictText.utf8(content));
        long bits = 0;
        for (int i = 0; i < BITS; i++) {
            bits = bits << Byte.SIZE | hash[i] & 0xFF;
        }
        StringBuilder word = new StringBuilder();
        for (int i = 1; i <= WORD; i++) {
            word.append(LETTERS.charAt((int) (bits >>> BITS * Byte.SIZE - i * BITS) & LETTERS.length() - 1));
        }
        return word.toString();
    }
}
