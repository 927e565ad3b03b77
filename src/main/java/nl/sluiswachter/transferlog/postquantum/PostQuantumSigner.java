package nl.sluiswachter.transferlog.postquantum;

import java.nio.ByteBuffer;
import java.time.Clock;
import nl.sluiswachter.kernel.crypto.MlDsa44;
import nl.sluiswachter.transferlog.merkle.NoteKey;
import nl.sluiswachter.transferlog.merkle.NoteSigner;
import nl.sluiswachter.transferlog.merkle.VerifierKey;

/** Signs checkpoints with ML-DSA-44. Has no toString that shows the key. */
public final class PostQuantumSigner implements NoteSigner {

    private final VerifierKey key;
    private final byte[] seed;
    private final Clock clock;

    /** @param seed 32 secret random bytes */
    public PostQuantumSigner(String name, byte[] seed, Clock clock) {
        this.key = VerifierKey.of(name, PostQuantum.NUMBER, MlDsa44.publicKey(seed));
        this.seed = seed.clone();
        this.clock = clock;
    }

    /** The public half. */
    public VerifierKey verifierKey() {
        return key;
    }

    @Override
    public NoteKey key() {
        return key.key();
    }

    /** Refuses a text that is no checkpoint. */
    @Override
    public byte[] sign(byte[] text) {
        long seconds = clock.instant().getEpochSecond();
        byte[] message = SignedTree.message(key.key().name(), seconds, text)
                .orElseThrow(() -> new IllegalArgumentException("Only a checkpoint is signed"));
        return ByteBuffer.allocate(Long.BYTES + MlDsa44.SIGNATURE_BYTES)
                .putLong(seconds)
                .put(MlDsa44.sign(seed, message))
                .array();
    }
}
