package nl.sluiswachter.transferlog.merkle;

/** Signs the text of notes with an Ed25519 key held in memory (C2SP signed-note, type 0x01). */
public final class Ed25519Signer implements NoteSigner {
    private final SignerKey signer;

    /** Takes a key of type {@link Ed25519#NOTE} only. */
    public Ed25519Signer(SignerKey signer) {
        if (signer.type() != Ed25519.NOTE) {
            throw new IllegalArgumentException(Malformation.KEY_TYPE.sentence());
        }
        this.signer = signer;
    }

    @Override
    public NoteKey key() {
        return signer.verifierKey().key();
    }

    @Override
    public byte[] sign(byte[] text) {
        return Ed25519Keys.sign(signer.seed(), text);
    }
}
