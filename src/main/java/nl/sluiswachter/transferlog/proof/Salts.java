package nl.sluiswachter.transferlog.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.sluiswachter.transferlog.entry.Commitment;

/**
 * Which salts of an entry a party may have: of what it knows itself and no other. Never the seed, from which all are made, nor,
 * for a party, the salt of a subject: with it a list of persons could be tried.
 */
enum Salts {
    /** Knows what it sent and was told which of it was left out. */
    SENDER(label -> label.startsWith("removed/")),
    /** Knows what it received. */
    RECEIVER("payload"::equals),
    /** Knows nothing of what was in the message. */
    OFFICER(label -> false),
    /** All that bind to a person; of these a person gets its own only. */
    SUBJECT(label -> label.startsWith("subject/"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Predicate<String> known;

    Salts(Predicate<String> known) {
        this.known = known;
    }

    /**
     * By label.
     *
     * @param seed empty when it was destroyed: then there are no salts
     */
    static SortedMap<String, byte[]> of(Set<String> labels, Optional<byte[]> seed) {
        SortedMap<String, byte[]> salts = new TreeMap<>();
        seed.ifPresent(bytes -> labels.forEach(label -> salts.put(label, Commitment.salt(bytes, label))));
        return salts;
    }

    /** What the salts that may be known belong to, by label. */
    SortedMap<String, byte[]> commitments(byte[] entry) {
        try {
            SortedMap<String, byte[]> commitments = new TreeMap<>();
            for (Map.Entry<String, JsonNode> one :
                    JSON.readTree(entry).path("commitments").properties()) {
                if (known.test(one.getKey())) {
                    commitments.put(one.getKey(), one.getValue().binaryValue());
                }
            }
            return commitments;
        } catch (IOException e) {
            throw new UncheckedIOException("A log entry is not JSON", e);
        }
    }
}
