package nl.sluiswachter.transferlog.merkle;

import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Cosigns checkpoints with an Ed25519 key held in memory (C2SP tlog-cosignature, type 0x04). */
public final class CosignatureSigner implements NoteSigner {
    private final SignerKey signer;
    private final Clock clock;

    /** Takes a key of type {@link Ed25519#COSIGNATURE} only. */
    public CosignatureSigner(SignerKey signer, Clock clock) {
        if (signer.type() != Ed25519.COSIGNATURE) {
            throw new IllegalArgumentException(Malformation.KEY_TYPE.sentence());
        }
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public NoteKey key() {
        return signer.verifierKey().key();
    }

    /** Refuses a text that is no checkpoint: a cosignature says something of a tree. */
    @Override
    public byte[] sign(byte[] text) {
        try {
            Checkpoint.parse(new String(text, StandardCharsets.UTF_8));
        } catch (Malformed e) {
            throw new IllegalArgumentException("Only a checkpoint is cosigned", e);
        }
        long seconds = clock.instant().getEpochSecond();
        return Cosignature.of(seconds, Ed25519Keys.sign(signer.seed(), Cosignature.message(seconds, text)));
    }
}
