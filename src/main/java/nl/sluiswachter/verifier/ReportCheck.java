package nl.sluiswachter.verifier;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.transferlog.entry.Commitment;
import nl.sluiswachter.transferlog.merkle.LogProof;
import nl.sluiswachter.transferlog.merkle.Trust;

/** The proof of a report: each decision is in the log, is on the transfer it is said to be on, and is about the person. */
final class ReportCheck {

    private final ReportFile file;
    private final LogKey key;
    private final List<String> statements = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    ReportCheck(ReportFile file, LogKey key) {
        this.file = file;
        this.key = key;
    }

    /** What was found to be so. */
    List<String> statements() {
        return statements;
    }

    /** What was not proven. */
    List<String> open() {
        return open;
    }

    void run() throws Unreadable, Refuted {
        refuseRepeated();
        int read = 0;
        Set<String> vouching = new LinkedHashSet<>();
        for (ReportFile.Proven proven : file.entries()) {
            LogProof proof = proven.logProof();
            Trust.Given trust = ProofCheck.proven(proven.shard(), proven.position(), proven.hash(), proof, key);
            vouching.addAll(ProofCheck.vouching(proof, trust, key));
            if (proven.entry() == null) {
                statements.add("The entry said to be on transfer %s is in the log; the file has its hash %s only."
                        .formatted(proven.transferId(), proven.hash()));
            } else {
                statements.add(told(proven));
                read++;
            }
        }
        statements.add("%d entries are in the log %s; %d of them were read, and are about the person of the file."
                .formatted(file.entries().size(), key.origin(), read));
        statements.addAll(vouching);
        file.notYet()
                .forEach(transfer -> statements.add("For transfer " + transfer + " there is no proof in the file."));
        sayWhatIsOpen(file.entries().size() - read);
    }

    /** Anybody can make a hash of some leaf with its proof from the public address, and say of it what they like. */
    private void sayWhatIsOpen(int hashes) {
        if (file.entries().isEmpty()) {
            open.add("The file has no entry, so it proves of nobody that a decision was taken or that none was.");
        }
        if (hashes > 0) {
            open.add(
                    ("Of %d of the %d entries the file has the hash only, so that they are decisions on those transfers and"
                                    + " about the person is said by the file alone: the proof that the sender of a transfer can get"
                                    + " shows what its entry is.")
                            .formatted(hashes, file.entries().size()));
        }
        if (!file.notYet().isEmpty()) {
            open.add("For %d transfers there is no proof in the file: a report that is given later has it."
                    .formatted(file.notYet().size()));
        }
    }

    /** One decision stands for one: told twice it would count for two. */
    private void refuseRepeated() throws Refuted {
        Set<Object> seen = new HashSet<>();
        for (ReportFile.Proven proven : file.entries()) {
            if (!seen.add(List.of(proven.shard(), proven.position()))) {
                throw new Refuted("The entry at shard %d, position %d stands in the file twice."
                        .formatted(proven.shard(), proven.position()));
            }
        }
        for (UUID transfer : file.transfers()) {
            if (!seen.add(transfer)) {
                throw new Refuted("Transfer %s stands in the file twice.".formatted(transfer));
            }
        }
    }

    private String told(ReportFile.Proven proven) throws Unreadable, Refuted {
        Entry entry = Entry.read(proven.entry());
        if (!entry.decides() || !proven.transferId().equals(entry.transferId())) {
            throw new Refuted("The entry with hash %s is not the decision on transfer %s."
                    .formatted(proven.hash(), proven.transferId()));
        }
        refuseAboutAnother(proven, entry);
        return "The decision on transfer %s, entry %s, is in the log and about the person."
                .formatted(proven.transferId(), proven.hash());
    }

    private void refuseAboutAnother(ReportFile.Proven proven, Entry entry) throws Refuted {
        for (Map.Entry<String, byte[]> salt : proven.salts().entrySet()) {
            boolean opens = salt.getValue().length == Commitment.BYTES
                    && salt.getKey().startsWith("subject/")
                    && file.subject().stream()
                            .anyMatch(subject -> opens(entry, salt.getKey(), salt.getValue(), subject));
            if (opens) {
                return;
            }
        }
        throw new Refuted("Nothing in the file shows that the entry with hash %s on transfer %s is about the person."
                .formatted(proven.hash(), proven.transferId()));
    }

    private static boolean opens(Entry entry, String label, byte[] salt, UUID subject) {
        byte[] value = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .array();
        return Arrays.equals(
                Commitment.of(label, salt, value), entry.commitments().get(label));
    }
}
