package nl.sluiswachter.verifier;

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
 * @param entry the exact bytes; null when it was destroyed, or packed
 * @param packed the same bytes as the gateway stores them
 * @param seed from which its salts are made; null when the export leaves out who entries are about, or it has none
 * @param subjects who it is about; null when the export leaves them out
 * @param recordedAt what is left of a destroyed entry, which nothing proves; of every entry in an archive
 * @param kind as recordedAt
 * @param filed by what the gateway finds the entry
 * @param columns in place of that in an archive: a row of the table as JSON
 * @param hash by which the gateway knows the content again; null in older exports
 */
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
        String columns,
        byte[] hash) {

    /** Of the lines of a file. */
    static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build()
            .readerFor(ExportedEntry.class);

    private static final String LABEL = "subject/";
    private static final String CASE = "case";

    ExportedEntry {
        boolean isLeft = entry != null || packed != null;
        boolean isWhole = subjects == null || subjects.stream().allMatch(one -> one != null && one.isWhole());
        if (!isLeft && recordedAt == null || index < 0 || position < 0 || !isWhole) {
            throw new IllegalArgumentException("An exported entry has a place, and its bytes or what is left of it");
        }
    }

    /**
     * A person of the message, by subject key.
     *
     * @param recordedAt as of when the gateway finds the entry under that key; null in an archive
     */
    record Subject(String person, UUID key, String recordedAt) {

        private boolean isWhole() {
            return person != null && key != null;
        }
    }

    /** The exact bytes; null when it was destroyed. What is no entry any more is taken as it is stored: its hash is another. */
    byte[] content() {
        try {
            return packed == null ? entry : PackedEntry.unpack(packed);
        } catch (MalformedEntry e) {
            return packed;
        }
    }

    /** Whether only its place is left; then an entry of the log has to tell of that. */
    boolean isDestroyed() {
        return entry == null && packed == null;
    }

    /** Whether it is a line of an archive, which has more columns. */
    boolean isArchived() {
        return columns != null;
    }

    /** Whether it says by what the gateway finds it. */
    boolean isFiled() {
        return filed != null || isArchived();
    }

    /**
     * Whether it stands where the leaf says and has the hash that the leaf says.
     *
     * @param content its own
     */
    void compare(long leafIndex, Leaf leaf, byte[] content) throws Refuted {
        if (shard != leaf.shard() || position != leaf.position()) {
            throw new Refuted("The export has shard %d, position %d where the tree has the entry at %s with hash %s."
                    .formatted(shard, position, Places.named(leafIndex, leaf), leaf.entry()));
        }
        if (isDestroyed()) {
            return;
        }
        var hash = EntryHash.of(content);
        if (!hash.equals(leaf.entry())) {
            throw new Refuted("The entry at %s was changed: its content has hash %s and its leaf has %s."
                    .formatted(Places.named(leafIndex, leaf), hash, leaf.entry()));
        }
    }

    /** Whether the hash beside it is that of its leaf: by another the gateway takes it for damaged, or what is left of it for another's. */
    void compareHash(long leafIndex, Leaf leaf) throws Refuted {
        if (hash != null && !Arrays.equals(hash, leaf.entry().bytes())) {
            throw new Refuted("The entry at %s with hash %s is filed under another hash than its own: that was changed."
                    .formatted(Places.named(leafIndex, leaf), leaf.entry()));
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
    private void compareCase(Leaf leaf, Entry content) throws Unreadable, Refuted {
        byte[] committed = content.commitments().get(CASE);
        UUID key = isFiled() ? filing().caseKey() : null;
        boolean agrees = committed == null ? key == null : key != null && opens(committed, CASE, key);
        if (isFiled() && !agrees) {
            throw new Refuted(
                    "The entry at %s with hash %s is filed under another case than it commits to: that was changed."
                            .formatted(Places.named(index, leaf), leaf.entry()));
        }
    }

    /** Whether the gateway finds it by what it says. */
    void compareFiled(Leaf leaf, Entry content) throws Unreadable, Refuted {
        Optional<String> differing = isFiled() ? filing().differing(content) : Optional.empty();
        if (differing.isPresent()) {
            throw new Refuted("The entry at %s with hash %s is filed under another %s than it says: that was changed."
                    .formatted(Places.named(index, leaf), leaf.entry(), differing.get()));
        }
    }

    private boolean matches(Subject subject, String label, byte[] commitment) {
        return label.startsWith(LABEL + subject.person() + "/") && opens(commitment, label, subject.key());
    }

    private boolean opens(byte[] commitment, String label, UUID key) {
        return seed != null
                && seed.length == Commitment.BYTES
                && Arrays.equals(commitment, Commitment.of(label, Commitment.salt(seed, label), bytes(key)));
    }

    private Filed filing() throws Unreadable {
        return isArchived() ? Filed.ofColumns(columns, kind, recordedAt) : filed;
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
