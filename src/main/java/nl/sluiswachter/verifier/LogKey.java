package nl.sluiswachter.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.Origin;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Cosignature;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.NoteCheck;
import nl.sluiswachter.transferlog.merkle.NoteSignature;
import nl.sluiswachter.transferlog.merkle.NoteVerifier;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.Trust;
import nl.sluiswachter.transferlog.merkle.TrustPolicy;
import nl.sluiswachter.transferlog.merkle.VerifierKey;

/**
 * The key that must have signed, and so the log that it must be: the name of the key is the origin.
 *
 * @param policy the log, and as many witnesses as are asked for
 * @param also further keys of the log
 */
record LogKey(VerifierKey key, TrustPolicy policy, List<NoteVerifier> also) {

    /** Reads verifier keys (C2SP signed-note). */
    static LogKey parse(Believed believed) throws Unreadable {
        try {
            VerifierKey key = VerifierKey.parse(believed.key().strip());
            List<NoteVerifier> witnesses = new ArrayList<>();
            for (String witness : believed.witnesses()) {
                witnesses.add(VerifierKey.parse(witness.strip()).verifier(List.of(Ed25519.COSIGNATURE)));
            }
            List<NoteVerifier> log = List.of(key.verifier(List.of(Ed25519.NOTE)));
            return new LogKey(
                    key, new TrustPolicy(key.key().name(), log, witnesses, believed.quorum()), believed.also());
        } catch (Malformed e) {
            throw new Unreadable(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Unreadable("There are fewer witnesses than cosignatures asked for.");
        }
    }

    /** {@code sluiswachter/<oin>/<epoch>}. */
    String origin() {
        return policy.origin();
    }

    /** A checkpoint that the log signed, whoever cosigned it. */
    SignedCheckpoint signed(byte[] note, String which) throws Unreadable, Refuted {
        SignedCheckpoint signed = read(note, which);
        refuseNewerEpoch(signed.checkpoint(), which);
        if (alone(policy.origin()).check(signed) instanceof Trust.Refused refused) {
            throw new Refuted("%s is not to be believed: %s"
                    .formatted(which, refused.why().sentence()));
        }
        return signed;
    }

    /** Refuses what not all further keys signed, and says which did. */
    List<String> alsoSigned(SignedCheckpoint signed) throws Refuted {
        List<String> statements = new ArrayList<>();
        for (NoteVerifier one : also) {
            if (!(signed.note().check(List.of(one)) instanceof NoteCheck.Verified)) {
                throw new Refuted("The checkpoint has no good signature by the further key %s+%s."
                        .formatted(one.key().name(), one.key().hexId()));
            }
            statements.add("The further key %s+%s signed it too."
                    .formatted(one.key().name(), one.key().hexId()));
        }
        return statements;
    }

    /** What was kept earlier; it may be of an earlier epoch, signed with the same key under the name of that. */
    Anchor anchor(Kept kept) throws Unreadable, Refuted {
        if (kept instanceof Kept.Signed note) {
            SignedCheckpoint signed = read(note.note(), "The earlier checkpoint");
            String origin = signed.checkpoint().origin();
            boolean isBefore = isBefore(origin);
            if (isBefore && alone(origin).check(signed) instanceof Trust.Refused refused) {
                throw new Refuted("The earlier checkpoint is not to be believed: "
                        + refused.why().sentence());
            }
            Checkpoint tree = isBefore
                    ? signed.checkpoint()
                    : signed(note.note(), "The earlier checkpoint").checkpoint();
            return new Anchor(tree, "earlier checkpoint", note.stampedAt().or(() -> seenAt(signed)));
        }
        PaperLine line = line(((Kept.Paper) kept).line());
        Checkpoint tree = line.checkpoint();
        refuseNewerEpoch(tree, "The checkpoint on paper");
        if (!tree.origin().equals(policy.origin()) && !isBefore(tree.origin())) {
            throw new Refuted("The checkpoint on paper is of another log.");
        }
        return new Anchor(tree, "checkpoint on paper", Optional.of(line.at()));
    }

    /** When enough witnesses had seen it, the last of them; empty when they did not, or none is believed. */
    private Optional<Instant> seenAt(SignedCheckpoint signed) {
        int needed = Math.max(1, policy.cosignaturesNeeded());
        return signed.note().check(policy.witnesses()) instanceof NoteCheck.Verified seen
                        && seen.signatures().size() >= needed
                ? Optional.of(latest(seen.signatures()))
                : Optional.empty();
    }

    /** The last of these cosignatures, by its own words. */
    static Instant latest(List<NoteSignature> cosignatures) {
        return cosignatures.stream()
                .map(one -> Instant.ofEpochSecond(Cosignature.seconds(one).orElseThrow()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private boolean isBefore(String origin) {
        Optional<Origin> own = Origin.parse(policy.origin());
        return own.isPresent()
                && Origin.parse(origin)
                        .filter(other -> other.isBefore(own.get()))
                        .isPresent();
    }

    private void refuseNewerEpoch(Checkpoint found, String which) throws Refuted {
        Optional<Origin> own = Origin.parse(policy.origin());
        Optional<Origin> other = Origin.parse(found.origin());
        if (own.isPresent() && other.isPresent() && own.get().isBefore(other.get())) {
            throw new Refuted(
                    "%s is of epoch %d and the key is of epoch %d: a new epoch began. Ask the municipality why, and for its key."
                            .formatted(which, other.get().epoch(), own.get().epoch()));
        }
    }

    /** The log under a name, without witnesses. */
    private TrustPolicy alone(String origin) {
        try {
            VerifierKey named = VerifierKey.of(origin, key.type(), key.publicKey());
            return new TrustPolicy(origin, List.of(named.verifier(List.of(Ed25519.NOTE))), List.of(), 0);
        } catch (Malformed e) {
            throw new IllegalStateException("The key was read a moment ago", e);
        }
    }

    private static SignedCheckpoint read(byte[] note, String which) throws Unreadable {
        try {
            return SignedCheckpoint.parse(note);
        } catch (Malformed e) {
            throw new Unreadable("%s cannot be read: %s".formatted(which, e.getMessage()));
        }
    }

    private static PaperLine line(String text) throws Unreadable {
        try {
            return PaperLine.parse(text);
        } catch (Malformed e) {
            throw new Unreadable(e.getMessage());
        }
    }
}
