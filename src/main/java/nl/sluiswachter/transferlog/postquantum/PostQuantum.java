package nl.sluiswachter.transferlog.postquantum;

import java.nio.ByteBuffer;
import java.util.Arrays;
import nl.sluiswachter.kernel.crypto.MlDsa44;
import nl.sluiswachter.transferlog.merkle.Malformation;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.NoteKey;
import nl.sluiswachter.transferlog.merkle.NoteVerifier;
import nl.sluiswachter.transferlog.merkle.SignatureType;
import nl.sluiswachter.transferlog.merkle.VerifierKey;

/** Signature type 0x06: a time in seconds, then ML-DSA-44 (C2SP tlog-cosignature). */
public final class PostQuantum implements SignatureType {

    static final byte NUMBER = 0x06;

    @Override
    public byte number() {
        return NUMBER;
    }

    @Override
    public NoteVerifier verifier(VerifierKey key) throws Malformed {
        if (key.type() != NUMBER) {
            throw new Malformed(Malformation.KEY_TYPE);
        }
        if (key.publicKey().length != MlDsa44.KEY_BYTES) {
            throw new Malformed(Malformation.KEY_BYTES);
        }
        return new Verifier(key.key(), key.publicKey());
    }

    private record Verifier(NoteKey key, byte[] publicKey) implements NoteVerifier {

        @Override
        public boolean verifies(byte[] text, byte[] signature) {
            if (signature.length != Long.BYTES + MlDsa44.SIGNATURE_BYTES) {
                return false;
            }
            long seconds = ByteBuffer.wrap(signature).getLong();
            byte[] bytes = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
            return seconds >= 0
                    && SignedTree.message(key.name(), seconds, text)
                            .filter(message -> MlDsa44.verifies(publicKey, message, bytes))
                            .isPresent();
        }
    }
}
