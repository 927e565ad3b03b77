package nl.sluiswachter.verifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is looked at inside an entry.
 *
 * @param commitments by label; null where it has none
 * @param recordedAt as ISO 8601; null in entries that do not say it
 * @param detail what it tells besides; null where it has none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Entry(
        String kind, UUID transferId, Map<String, byte[]> commitments, String recordedAt, Map<String, String> detail) {

    private static final String DECISION = "DECISION";
    private static final String DESTRUCTION = "DESTRUCTION";
    private static final ObjectReader READER = JsonMapper.builder().build().readerFor(Entry.class);

    Entry {
        commitments = commitments == null ? Map.of() : commitments;
        detail = detail == null ? Map.of() : detail;
    }

    /** Reads the canonical JSON of an entry. */
    static Entry read(byte[] json) throws Unreadable {
        try {
            return READER.readValue(json);
        } catch (IOException e) {
            throw new Unreadable("An entry is not the JSON of an entry.");
        }
    }

    /** Whether it tells that others were destroyed. */
    boolean tellsOfDestruction() {
        return DESTRUCTION.equals(kind);
    }

    /** When it was recorded. */
    Optional<Instant> at() throws Unreadable {
        try {
            return Optional.ofNullable(recordedAt).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new Unreadable("An entry says a time that is none.");
        }
    }

    /** Whether it is the one decision on a transfer. */
    boolean decides() {
        return DECISION.equals(kind) && transferId != null;
    }
}
