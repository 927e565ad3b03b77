package nl.sluiswachter.transferlog.merkle;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The three parts of a key in text, joined by plus signs; the base64 may have plus signs of its own. */
record KeyText(String name, String hexId, byte type, byte[] bytes) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");
    private static final int MOST_CHARACTERS = Limits.NAME_CHARACTERS + 16 + Limits.KEY_BYTES / 3 * 4;

    static KeyText parse(String text, Malformation form) throws Malformed {
        String[] parts = text.length() > MOST_CHARACTERS ? new String[0] : text.split("\\+", 3);
        if (parts.length != 3 || !ID.matcher(parts[1]).matches()) {
            throw new Malformed(form);
        }
        if (!NoteKey.isName(parts[0])) {
            throw new Malformed(Malformation.KEY_NAME);
        }
        byte[] bytes = StrictText.base64(parts[2]).orElseThrow(() -> new Malformed(form));
        if (bytes.length < 2) {
            throw new Malformed(form);
        }
        return new KeyText(parts[0], parts[1], bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length));
    }

    static String of(NoteKey key, byte type, byte[] bytes) {
        return key.name() + "+" + key.hexId() + "+" + StrictText.base64(StrictText.joined(new byte[] {type}, bytes));
    }
}
