package nl.sluiswachter.transferlog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectKey;

/**
 * An entry as it is stored: its bytes, and beside them what is searched, which stands in the entry too.
 *
 * @param recordedAt in microseconds, as the database keeps it
 * @param reasons codes, the first of which counts in figures; each once
 * @param seed 32 random bytes from which the salts of its commitments are made; empty where it has none
 * @param handles by which it can be found besides
 */
record EntryRow(
        UUID entryId,
        Instant recordedAt,
        LogKind kind,
        Optional<UUID> transferId,
        Optional<String> sender,
        Optional<String> receiver,
        Optional<String> exchangeType,
        Optional<String> outcome,
        List<String> reasons,
        Optional<byte[]> seed,
        Content content,
        List<Subject> subjects,
        Handles handles) {

    /**
     * By what else an entry is found.
     *
     * @param caseKey the case reference, blinded
     * @param transaction of Federated Service Connectivity
     * @param trace the trace id, which has the size of a UUID
     */
    record Handles(Optional<UUID> caseKey, Optional<UUID> transaction, Optional<UUID> trace) {

        static final Handles NONE = new Handles(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** By which it is counted. */
    Optional<String> reason() {
        return reasons.stream().findFirst();
    }

    /** By which it is found besides. */
    List<String> otherReasons() {
        return reasons.stream().skip(1).toList();
    }

    /** The time as the database takes it. */
    OffsetDateTime at() {
        return recordedAt.atOffset(ZoneOffset.UTC);
    }

    /**
     * A person whom the entry is about.
     *
     * @param person the ref in the message; empty for an event about one person
     */
    record Subject(String person, SubjectKey key) {}
}
