package nl.sluiswachter.transferlog.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Hash;

/**
 * One entry of an archive, in the order in which its members are written: a line of an export, with everything that is needed
 * to put the entry back.
 *
 * @param index of its leaf
 * @param entry the exact bytes; null when it was destroyed
 * @param seed null where it has none
 * @param subjects whom the gateway finds it under
 * @param hash of the entry, as its leaf has it
 * @param columns by what else it is found: a row of the table as JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArchivedLine(
        long index,
        int shard,
        long position,
        byte[] entry,
        byte[] seed,
        List<Subject> subjects,
        String recordedAt,
        String kind,
        byte[] hash,
        String columns) {

    ArchivedLine {
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
    }

    /** A person, by subject key. */
    record Subject(String person, UUID key) {}

    /** When it was recorded. */
    Instant at() {
        return Instant.parse(recordedAt);
    }

    /** What the tree must hold of it. */
    Leaf leaf() {
        return new Leaf(shard, position, entry == null ? Hash.of(hash) : EntryHash.of(entry));
    }
}
