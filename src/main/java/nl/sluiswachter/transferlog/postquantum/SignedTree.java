package nl.sluiswachter.transferlog.postquantum;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Malformed;

/** The message that is signed with ML-DSA-44 (C2SP tlog-cosignature, {@code cosigned_message}). Leaves out extension lines. */
final class SignedTree {

    private static final byte[] LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 255;

    private SignedTree() {}

    /**
     * The bytes to sign; empty when the text is no checkpoint.
     *
     * @param signer name of the key
     * @param seconds since 1970, of the signature
     * @param text of the note
     */
    static Optional<byte[]> message(String signer, long seconds, byte[] text) {
        try {
            Checkpoint tree = Checkpoint.parse(new String(text, StandardCharsets.UTF_8));
            byte[] name = signer.getBytes(StandardCharsets.UTF_8);
            byte[] origin = tree.origin().getBytes(StandardCharsets.UTF_8);
            if (name.length > LONGEST || origin.length > LONGEST) {
                return Optional.empty();
            }
            return Optional.of(
                    ByteBuffer.allocate(LABEL.length + 2 + name.length + origin.length + 3 * Long.BYTES + Hash.LENGTH)
                            .put(LABEL)
                            .put((byte) name.length)
                            .put(name)
                            .putLong(seconds)
                            .put((byte) origin.length)
                            .put(origin)
                            .putLong(0)
                            .putLong(tree.size())
                            .put(tree.root().bytes())
                            .array());
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
