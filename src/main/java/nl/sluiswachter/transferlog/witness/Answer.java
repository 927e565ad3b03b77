package nl.sluiswachter.transferlog.witness;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.NoteCheck;
import nl.sluiswachter.transferlog.merkle.NoteSignature;
import nl.sluiswachter.transferlog.merkle.NoteVerifier;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;

/** What a witness said to a checkpoint. */
sealed interface Answer {

    /** It cosigned; the signature was verified. */
    record Cosigned(NoteSignature signature) implements Answer {}

    /** It cosigned a tree of this size last, which is not the size it was told. */
    record OtherSize(long size) implements Answer {}

    /** It did not cosign. */
    record Refused(Failure why) implements Answer {}

    /** Reads an answer as C2SP tlog-witness has it. */
    static Answer read(BoundedPost.Answer answer, SignedCheckpoint offered, NoteVerifier witness) {
        return switch (answer.status()) {
            case 200 -> cosigned(answer.body(), offered, witness);
            case 409 ->
                size(answer.body()).<Answer>map(OtherSize::new).orElseGet(() -> new Refused(Failure.BAD_ANSWER));
            case 403 -> new Refused(Failure.KEY_UNKNOWN);
            case 404 -> new Refused(Failure.LOG_UNKNOWN);
            case 422 -> new Refused(Failure.INCONSISTENT);
            default -> new Refused(Failure.UNEXPECTED_STATUS);
        };
    }

    /** Signatures of other keys are passed over. */
    private static Answer cosigned(byte[] body, SignedCheckpoint offered, NoteVerifier witness) {
        try {
            List<NoteSignature> own = NoteSignature.parseLines(body).stream()
                    .filter(signature -> signature.key().equals(witness.key()))
                    .toList();
            return offered.with(own).note().check(List.of(witness)) instanceof NoteCheck.Verified verified
                    ? new Cosigned(verified.signatures().get(0))
                    : new Refused(Failure.BAD_ANSWER);
        } catch (Malformed e) {
            return new Refused(Failure.BAD_ANSWER);
        }
    }

    private static Optional<Long> size(byte[] body) {
        String text = new String(body, StandardCharsets.US_ASCII);
        return text.matches("(0|[1-9][0-9]{0,17})\n") ? Optional.of(Long.parseLong(text.strip())) : Optional.empty();
    }
}
