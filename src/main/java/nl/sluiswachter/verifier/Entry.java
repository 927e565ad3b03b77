package nl.sluiswachter.verifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/**
 * What is looked at inside an entry.
 *
 * @param commitments by label; null where it has none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Entry(String kind, UUID transferId, Map<String, byte[]> commitments) {

    private static final String DECISION = "DECISION";
    private static final ObjectReader READER = JsonMapper.builder().build().readerFor(Entry.class);

    Entry {
        commitments = commitments == null ? Map.of() : commitments;
    }

    /** Reads the canonical JSON of an entry. */
    static Entry read(byte[] json) throws Unreadable {
        try {
            return READER.readValue(json);
        } catch (IOException e) {
            throw new Unreadable("An entry is not the JSON of an entry.");
        }
    }

    /** Whether it is the one decision on a transfer. */
    boolean decides() {
        return DECISION.equals(kind) && transferId != null;
    }
}
