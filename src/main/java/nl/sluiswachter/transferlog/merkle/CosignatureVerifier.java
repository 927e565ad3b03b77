package nl.sluiswachter.transferlog.merkle;

/** Verifies cosignature/v1 (C2SP tlog-cosignature, type 0x04). The time is for the caller to judge. */
record CosignatureVerifier(Ed25519Verifier plain) implements NoteVerifier {

    @Override
    public NoteKey key() {
        return plain.key();
    }

    @Override
    public boolean verifies(byte[] text, byte[] signature) {
        return Cosignature.seconds(signature)
                .filter(seconds -> plain.verifies(Cosignature.message(seconds, text), Cosignature.signature(signature)))
                .isPresent();
    }
}
