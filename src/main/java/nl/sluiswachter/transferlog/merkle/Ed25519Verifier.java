package nl.sluiswachter.transferlog.merkle;

import java.security.PublicKey;

/** Verifies Ed25519 signatures over the bytes given. */
record Ed25519Verifier(NoteKey key, PublicKey publicKey) implements NoteVerifier {

    @Override
    public boolean verifies(byte[] text, byte[] signature) {
        return Ed25519Keys.verifies(publicKey, text, signature);
    }
}
