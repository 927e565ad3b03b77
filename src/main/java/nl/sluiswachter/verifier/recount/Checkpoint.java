package nl.sluiswachter.verifier.recount;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a log signed (C2SP tlog-checkpoint, signed-note).
 *
 * @param size how many leaves it had
 * @param root of all of them, in hex
 */
record Checkpoint(long size, String root) {

    /** What RFC 8410 has before the 32 bytes of a public key. */
    private static final String ED25519 = "302a300506032b6570032100";

    private static final int SIGNATURE = 4 + 64; // the id of a key first, which says nothing that the key does not
    private static final int PARTS = 3; // of a key: name, id and base64, in which there may be a + too
    private static final int KEY = 1 + 32; // a byte 1 first

    /**
     * A text, an empty line, and lines of {@code — <name> <base64>}, of which the one of this key has to be right.
     *
     * @param key {@code <name>+<id>+<base64>}
     * @throws Unreadable when that key signed nothing in this file
     */
    static Checkpoint read(Path file, String key) throws IOException, GeneralSecurityException {
        byte[] typed = typed(key);
        try {
            return read(Files.readString(file), key.substring(0, key.indexOf('+')), typed);
        } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Unreadable(file + " is not a checkpoint that this key signed.");
        }
    }

    private static byte[] typed(String key) {
        try {
            byte[] typed = Base64.getDecoder().decode(key.strip().split("\\+", PARTS)[PARTS - 1]);
            if (typed.length == KEY && typed[0] == 1) {
                return typed;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // said below
        }
        throw new Unreadable("The verifier key is not <name>+<id>+<base64> of an Ed25519 key.");
    }

    private static Checkpoint read(String note, String name, byte[] typed) throws GeneralSecurityException {
        String text = note.substring(0, note.indexOf("\n\n") + 1);
        PublicKey known = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        HexFormat.of().parseHex(ED25519 + HexFormat.of().formatHex(typed, 1, KEY))));
        for (String line : note.substring(text.length() + 1).split("\n")) {
            if (text.startsWith(name + "\n")
                    && line.startsWith("— " + name + " ")
                    && isSigned(text, line.substring(line.lastIndexOf(' ') + 1), known)) {
                String[] lines = text.split("\n");
                return new Checkpoint(Long.parseLong(lines[1]), hex(lines[2]));
            }
        }
        throw new IllegalArgumentException("not signed");
    }

    private static boolean isSigned(String text, String base64, PublicKey key) throws GeneralSecurityException {
        byte[] signature = Base64.getDecoder().decode(base64);
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        ed25519.update(text.getBytes(UTF_8));
        return signature.length == SIGNATURE && ed25519.verify(Arrays.copyOfRange(signature, 4, SIGNATURE));
    }

    static String hex(String base64) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }
}
