package nl.sluiswachter.transferlog.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with signatures below it (C2SP signed-note). The text ends in a newline and may have empty lines; nothing in it may
 * be believed before {@link #check} says whose it is.
 */
public record Note(String text, List<NoteSignature> signatures) {
    private static final String EMPTY_LINE = "\n\n";

    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("The text of a note ends in a newline");
        }
    }

    /** Reads a signed note of at most 64 KiB and 32 signatures, each of another key. */
    public static Note parse(byte[] bytes) throws Malformed {
        return parse(
                StrictText.utf8(bytes, Limits.NOTE_BYTES, Malformation.NOTE_TOO_LARGE, Malformation.NOTE_ENCODING));
    }

    private static Note parse(String note) throws Malformed {
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed(Malformation.NOTE_CONTROL_CHARACTER);
        }
        if (!note.endsWith("\n")) {
            throw new Malformed(Malformation.NOTE_UNFINISHED);
        }
        int end = note.lastIndexOf(EMPTY_LINE);
        if (end < 0 || end + EMPTY_LINE.length() == note.length()) {
            throw new Malformed(Malformation.NOTE_UNSIGNED);
        }
        return new Note(note.substring(0, end + 1), NoteSignature.lines(note.substring(end + EMPTY_LINE.length())));
    }

    /** A text signed by each of the signers, of which there is at least one. */
    public static Note sign(String text, List<? extends NoteSigner> signers) throws Malformed {
        byte[] signed = StrictText.utf8(text);
        List<NoteSignature> signatures = new ArrayList<>();
        for (NoteSigner signer : signers) {
            signatures.add(NoteSignature.of(signer.key(), signer.sign(signed)));
        }
        return parse(new Note(text, signatures).bytes());
    }

    /** The same note with further signatures, such as those of witnesses; refused where it would grow over a limit. */
    public Note with(List<NoteSignature> further) throws Malformed {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.addAll(further);
        return parse(new Note(text, all).bytes());
    }

    /** The note as it is stored and served. */
    public byte[] bytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return StrictText.utf8(note.toString());
    }

    /** Which of the known keys signed it. Signatures of other keys do not count; a wrong one of a known key spoils it. */
    public NoteCheck check(List<? extends NoteVerifier> known) {
        byte[] signed = StrictText.utf8(text);
        List<NoteSignature> good = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (NoteVerifier verifier : known) {
                if (!verifier.key().equals(signature.key())) {
                    continue;
                }
                if (!verifier.verifies(signed, signature.bytes())) {
                    return new NoteCheck.Forged(signature.key());
                }
                good.add(signature);
                break;
            }
        }
        return good.isEmpty() ? new NoteCheck.Unknown() : new NoteCheck.Verified(good);
    }
}
