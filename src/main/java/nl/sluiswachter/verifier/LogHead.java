package nl.sluiswachter.verifier;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Limits;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.Trust;

/**
 * How far the log goes, and what it must begin with.
 *
 * @param head newest checkpoint that the log signed
 * @param anchors what was kept earlier, and what witnesses saw
 * @param also who else signed the head
 * @param seen the checkpoint that enough witnesses cosigned; empty when none are asked for
 * @param outside when others saw how much of it
 */
record LogHead(Checkpoint head, List<String> also, List<Anchor> anchors, Optional<Trust.Given> seen, Outside outside) {

    private static final String NEWEST = "checkpoint";
    private static final String WITNESSED = "witnessed-checkpoint";
    private static final String MONTHLY = "witnessed/";
    private static final int MOST_MONTHS = 1_200;

    /** @param now by the clock of whoever verifies; empty to believe none */
    static LogHead read(LogSource source, LogKey key, List<Kept> kept, Optional<Instant> now)
            throws IOException, Refuted {
        byte[] note = source.read(NEWEST, Limits.NOTE_BYTES)
                .orElseThrow(() -> new Unreadable("There is no checkpoint, so there is no log to verify."));
        SignedCheckpoint signed = key.signed(note, "The checkpoint of the log");
        List<String> also = key.alsoSigned(signed);
        Checkpoint head = signed.checkpoint();
        List<Anchor> anchors = new ArrayList<>();
        for (Kept one : kept) {
            anchors.add(key.anchor(one));
        }
        anchors.addAll(witnessedEarlier(source, key));
        Optional<Trust.Given> seen =
                key.policy().cosignaturesNeeded() == 0 ? Optional.empty() : Optional.of(witnessed(source, key, note));
        seen.ifPresent(given -> anchors.add(new Anchor(
                given.checkpoint(),
                "checkpoint that witnesses saw",
                Optional.of(LogKey.latest(given.cosignatures())))));
        for (Anchor anchor : anchors) {
            anchor.requireRoom(head);
        }
        return new LogHead(head, also, List.copyOf(anchors), seen, outside(anchors, head, now));
    }

    /** The clock of whoever verifies sees the newest tree. */
    private static Outside outside(List<Anchor> anchors, Checkpoint head, Optional<Instant> now) {
        List<Outside.Seen> seen = new ArrayList<>();
        for (Anchor anchor : anchors) {
            anchor.at()
                    .map(at -> new Outside.Seen(anchor.name(), anchor.tree().size(), at))
                    .ifPresent(seen::add);
        }
        now.map(at -> new Outside.Seen("clock of whoever verifies", head.size(), at))
                .ifPresent(seen::add);
        return new Outside(seen);
    }

    /** Of each month, one that witnesses cosigned then: an export has them, and nobody but the witnesses can make them. */
    private static List<Anchor> witnessedEarlier(LogSource source, LogKey key) throws IOException {
        List<Anchor> anchors = new ArrayList<>();
        for (int number = 0; number < MOST_MONTHS && !key.policy().witnesses().isEmpty(); number++) {
            Optional<byte[]> note = source.read(MONTHLY + number, Limits.NOTE_BYTES);
            if (note.isEmpty()) {
                break;
            }
            witnessed(note.get(), key).ifPresent(anchors::add);
        }
        return anchors;
    }

    /** One that is no evidence is none, and spoils no other: whoever stores the log may put anything there. */
    private static Optional<Anchor> witnessed(byte[] note, LogKey key) {
        try {
            return Optional.of(key.anchor(new Kept.Signed(note)))
                    .filter(anchor -> anchor.at().isPresent());
        } catch (Refuted | Unreadable e) {
            return Optional.empty();
        }
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
        anchors.stream().map(Anchor::statement).distinct().forEach(statements::add);
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
                        .formatted(
                                cosignature.key().name(),
                                given.checkpoint().size(),
                                LogKey.latest(List.of(cosignature))))
                .toList();
    }
}
