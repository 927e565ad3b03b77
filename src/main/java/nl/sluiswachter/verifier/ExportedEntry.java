package nl.sluiswachter.verifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.transferlog.entry.Commitment;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.entry.MalformedEntry;
import nl.sluiswachter.transferlog.entry.PackedEntry;

/**
 * One line of an export.
 *
 * @param index of its leaf
 * @param entry the exact bytes; null when it was destroyed
 * @param packed in place of the exact bytes, these as the gateway stores them
 * @param seed from which its salts are made; null when the export leaves out who entries are about, or it has none
 * @param subjects who it is about; null when the export leaves them out
 * @param recordedAt what is left of a destroyed entry; nothing proves it
 * @param kind what is left of a destroyed entry; nothing proves it
 * @param filed by what the gateway finds the entry; an archive has it as columns
 */
@JsonIgnoreProperties("hash") // with which the gateway puts a destroyed entry of an archive back
record ExportedEntry(
        long index,
        int shard,
        long position,
        byte[] entry,
        byte[] packed,
        byte[] seed,
        List<Subject> subjects,
        String recordedAt,
        String kind,
        Filed filed,
        String columns) {

    /** Of the lines of a file. */
    static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build()
            .readerFor(ExportedEntry.class);

    private static final String LABEL = "subject/";
    private static final String CASE = "case";

    ExportedEntry {
        entry = packed == null ? entry : unpacked(packed);
        packed = null;
        filed = entry == null || columns == null ? filed : Filed.ofColumns(columns, kind, recordedAt);
        columns = null;
        if (entry == null && recordedAt == null || index < 0 || position < 0) {
            throw new IllegalArgumentException("An exported entry has a place, and its bytes or what is left of it");
        }
    }

    /**
     * A person of the message, by subject key.
     *
     * @param recordedAt as of when the gateway finds the entry under that key; null in an archive
     */
    record Subject(String person, UUID key, String recordedAt) {}

    /** As the gateway has it, which keeps the rest in columns. */
    ExportedEntry(
            long index,
            int shard,
            long position,
            byte[] entry,
            byte[] packed,
            byte[] seed,
            List<Subject> subjects,
            String recordedAt,
            String kind,
            Filed filed) {
        this(index, shard, position, entry, packed, seed, subjects, recordedAt, kind, filed, null);
    }

    /** What is no entry any more is taken as it is stored: then its hash is another. */
    private static byte[] unpacked(byte[] packed) {
        try {
            return PackedEntry.unpack(packed);
        } catch (MalformedEntry e) {
            return packed;
        }
    }

    /** Whether only its place is left; then an entry of the log has to tell of that. */
    boolean isDestroyed() {
        return entry == null;
    }

    /** Whether it stands where the leaf says and has the hash that the leaf says. */
    void compare(long leafIndex, Leaf leaf) throws Refuted {
        if (shard != leaf.shard() || position != leaf.position()) {
            throw new Refuted("The export has shard %d, position %d where the tree has the entry at %s with hash %s."
                    .formatted(shard, position, Places.named(leafIndex, leaf), leaf.entry()));
        }
        if (isDestroyed()) {
            return;
        }
        var hash = EntryHash.of(entry);
        if (!hash.equals(leaf.entry())) {
            throw new Refuted("The entry at %s was changed: its content has hash %s and its leaf has %s."
                    .formatted(Places.named(leafIndex, leaf), hash, leaf.entry()));
        }
    }

    /** Whether those whom the gateway finds it under are those whom the entry commits to, no more and no fewer. */
    void compareSubjects(Leaf leaf, Entry content) throws Unreadable, Refuted {
        if (subjects == null) {
            return;
        }
        compareCase(leaf, content);
        Map<String, byte[]> open = content.commitments().entrySet().stream()
                .filter(one -> one.getKey().startsWith(LABEL))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (Subject subject : subjects) {
            if (subject.recordedAt() != null
                    && !Entry.time(subject.recordedAt()).equals(content.at())) {
                throw wrong(leaf, "is filed under somebody as of another time than its own");
            }
            String label = open.entrySet().stream()
                    .filter(one -> matches(subject, one.getKey(), one.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> wrong(leaf, "is filed under somebody it does not commit to"));
            open.remove(label);
        }
        if (!open.isEmpty()) {
            throw wrong(leaf, "is not filed under everybody it commits to");
        }
    }

    /** Whether the case it is found by is the one it commits to. */
    private void compareCase(Leaf leaf, Entry content) throws Refuted {
        byte[] committed = content.commitments().get(CASE);
        UUID key = filed == null ? null : filed.caseKey();
        boolean agrees = committed == null
                ? key == null
                : key != null
                        && seed != null
                        && Arrays.equals(committed, Commitment.of(CASE, Commitment.salt(seed, CASE), bytes(key)));
        if (filed != null && !agrees) {
            throw new Refuted(
                    "The entry at %s with hash %s is filed under another case than it commits to: that was changed."
                            .formatted(Places.named(index, leaf), leaf.entry()));
        }
    }

    /** Whether the gateway finds it by what it says. */
    void compareFiled(Leaf leaf, Entry content) throws Unreadable, Refuted {
        Optional<String> differing = filed == null ? Optional.empty() : filed.differing(content);
        if (differing.isPresent()) {
            throw new Refuted("The entry at %s with hash %s is filed under another %s than it says: that was changed."
                    .formatted(Places.named(index, leaf), leaf.entry(), differing.get()));
        }
    }

    private boolean matches(Subject subject, String label, byte[] commitment) {
        return label.startsWith(LABEL + subject.person() + "/")
                && seed != null
                && Arrays.equals(commitment, Commitment.of(label, Commitment.salt(seed, label), bytes(subject.key())));
    }

    private Refuted wrong(Leaf leaf, String how) {
        return new Refuted("The entry at %s with hash %s %s: its subjects were changed, or its seed."
                .formatted(Places.named(index, leaf), leaf.entry(), how));
    }

    private static byte[] bytes(UUID key) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
    }
}
