package nl.sluiswachter.transferlog.merkle;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** A log with keys of its own and a witness. */
final class SomeLog {
    static final String ORIGIN = "log.example/transfers";
    static final long SECONDS = 1_795_000_000L;

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(SECONDS), ZoneOffset.UTC);

    static final SignerKey LOG_KEY = SignerKey.of(ORIGIN, Ed25519.NOTE, seed(1));
    static final SignerKey WITNESS_KEY = SignerKey.of("witness.example/w1", Ed25519.COSIGNATURE, seed(2));
    static final Ed25519Signer SIGNER = new Ed25519Signer(LOG_KEY);
    static final CosignatureSigner WITNESS = new CosignatureSigner(WITNESS_KEY, CLOCK);

    private SomeLog() {}

    static byte[] seed(int value) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }

    static NoteVerifier verifier(SignerKey key) {
        try {
            return key.verifierKey().verifier(Ed25519.types());
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    static SignedCheckpoint signed(SomeTree tree) {
        try {
            return SignedCheckpoint.sign(Checkpoint.of(ORIGIN, tree.edge.size(), tree.edge.root()), List.of(SIGNER));
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    static TrustPolicy policy(int cosignatures) {
        return new TrustPolicy(ORIGIN, List.of(verifier(LOG_KEY)), List.of(verifier(WITNESS_KEY)), cosignatures);
    }
}
