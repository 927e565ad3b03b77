package nl.sluiswachter.verifier;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Cosignature;
import nl.sluiswachter.transferlog.merkle.Limits;
import nl.sluiswachter.transferlog.merkle.NoteSignature;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.Trust;

/**
 * How far the log goes, and what it must begin with.
 *
 * @param head newest checkpoint that the log signed
 * @param anchors what was kept earlier, and what witnesses saw
 * @param also who else signed the head
 * @param seen the checkpoint that enough witnesses cosigned; empty when none are asked for
 */
record LogHead(Checkpoint head, List<String> also, List<Anchor> anchors, Optional<Trust.Given> seen) {

    private static final String NEWEST = "checkpoint";
    private static final String WITNESSED = "witnessed-checkpoint";

    static LogHead read(LogSource source, LogKey key, List<Kept> kept) throws IOException, Refuted {
        byte[] note = source.read(NEWEST, Limits.NOTE_BYTES)
                .orElseThrow(() -> new Unreadable("There is no checkpoint, so there is no log to verify."));
        SignedCheckpoint signed = key.signed(note, "The checkpoint of the log");
        List<String> also = key.alsoSigned(signed);
        Checkpoint head = signed.checkpoint();
        List<Anchor> anchors = new ArrayList<>();
        for (Kept one : kept) {
            anchors.add(key.anchor(one));
        }
        Optional<Trust.Given> seen =
                key.policy().cosignaturesNeeded() == 0 ? Optional.empty() : Optional.of(witnessed(source, key, note));
        seen.ifPresent(given -> anchors.add(new Anchor(given.checkpoint(), "checkpoint that witnesses saw")));
        for (Anchor anchor : anchors) {
            anchor.requireRoom(head);
        }
        return new LogHead(head, also, List.copyOf(anchors), seen);
    }

    /** Statements of a checkpoint without its log. */
    static List<String> alone(byte[] note, LogKey key) throws Unreadable, Refuted {
        SignedCheckpoint signed = key.signed(note, "The checkpoint");
        Trust trust = key.policy().check(signed);
        if (trust instanceof Trust.Refused refused) {
            throw new Refuted(
                    "The checkpoint is not to be believed: " + refused.why().sentence());
        }
        List<String> statements = new ArrayList<>(key.alsoSigned(signed));
        statements.add(
                0,
                "%s signed %d leaves with root %s."
                        .formatted(
                                signed.checkpoint().origin(),
                                signed.checkpoint().size(),
                                signed.checkpoint().root()));
        statements.addAll(witnesses((Trust.Given) trust));
        return statements;
    }

    /** The newest checkpoint seldom has its cosignatures yet; then an earlier one stands beside it. */
    private static Trust.Given witnessed(LogSource source, LogKey key, byte[] newest) throws IOException, Refuted {
        if (key.policy().check(key.signed(newest, "The checkpoint of the log")) instanceof Trust.Given given) {
            return given;
        }
        byte[] note = source.read(WITNESSED, Limits.NOTE_BYTES)
                .orElseThrow(() -> new Refuted("No checkpoint of the log was cosigned by enough witnesses."));
        Trust trust = key.policy().check(key.signed(note, "The witnessed checkpoint of the log"));
        if (trust instanceof Trust.Refused refused) {
            throw new Refuted("The witnessed checkpoint of the log is not to be believed: "
                    + refused.why().sentence());
        }
        return (Trust.Given) trust;
    }

    /** What can be said once the log was compared with all anchors. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add("The log %s has %d leaves with root %s.".formatted(head.origin(), head.size(), head.root()));
        statements.addAll(also);
        Anchor.epoch(head).ifPresent(statements::add);
        anchors.forEach(anchor -> statements.add(anchor.statement()));
        seen.ifPresent(given -> {
            statements.addAll(witnesses(given));
            long newer = head.size() - given.checkpoint().size();
            if (newer > 0) {
                statements.add("For the newest %d leaves no witness vouches yet.".formatted(newer));
            }
        });
        return statements;
    }

    static List<String> witnesses(Trust.Given given) {
        return given.cosignatures().stream()
                .map(cosignature -> "The witness %s saw the log with %d leaves at %s."
                        .formatted(cosignature.key().name(), given.checkpoint().size(), time(cosignature)))
                .toList();
    }

    private static Instant time(NoteSignature cosignature) {
        return Instant.ofEpochSecond(Cosignature.seconds(cosignature).orElseThrow());
    }
}
