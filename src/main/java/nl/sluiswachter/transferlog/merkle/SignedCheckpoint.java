package nl.sluiswachter.transferlog.merkle;

import java.util.List;

/** A checkpoint with the signatures of its log and its witnesses. Only {@link TrustPolicy} says whether to believe it. */
public final class SignedCheckpoint {
    private final Note note;
    private final Checkpoint checkpoint;

    private SignedCheckpoint(Note note) throws Malformed {
        this.note = note;
        this.checkpoint = Checkpoint.of(note);
    }

    /** Reads a signed note whose text is a checkpoint. */
    public static SignedCheckpoint parse(byte[] bytes) throws Malformed {
        return new SignedCheckpoint(Note.parse(bytes));
    }

    /** A checkpoint signed by at least one signer; the name of the first should be the origin. */
    public static SignedCheckpoint sign(Checkpoint checkpoint, List<? extends NoteSigner> signers) throws Malformed {
        return new SignedCheckpoint(Note.sign(checkpoint.text(), signers));
    }

    /** The same with cosignatures added; refused where it would grow over a limit or one is there already. */
    public SignedCheckpoint with(List<NoteSignature> cosignatures) throws Malformed {
        return new SignedCheckpoint(note.with(cosignatures));
    }

    /** The signature of a witness for this checkpoint. */
    public NoteSignature cosign(NoteSigner witness) {
        return NoteSignature.of(witness.key(), witness.sign(StrictText.utf8(note.text())));
    }

    /** What was signed. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The text with all signatures. */
    public Note note() {
        return note;
    }

    /** As stored and served. */
    public byte[] bytes() {
        return note.bytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedCheckpoint signed && note.equals(signed.note);
    }

    @Override
    public int hashCode() {
        return note.hashCode();
    }
}
