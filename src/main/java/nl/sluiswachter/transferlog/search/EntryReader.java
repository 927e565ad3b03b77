package nl.sluiswachter.transferlog.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.StoredEntry;
import nl.sluiswachter.transferlog.entry.Commitment;
import nl.sluiswachter.transferlog.entry.EntryHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a row into an entry with the persons it is about. */
final class EntryReader {

    /** What {@link #read} needs of an entry besides its place, as a source reads it. */
    static final String READ = "l.entry_id, l.kind, l.seed, l.entry, l.entry_hash";

    /**
     * The same and the place, with whom it is about: the key of a subject comes before its person. Of what is passed over only
     * the place counts.
     */
    static final String COLUMNS =
            """
            place.recorded_at, place.shard, place.position, place.entry_id, place.kind, place.seed, place.entry_hash,
            case when place.fits or place.judged then place.entry end as entry,
            case when place.fits or place.judged then
              array(select s.subject_key || s.person from transfer_log_subject s
                     where s.shard = place.shard and s.position = place.position and s.recorded_at = place.recorded_at
                     order by s.person, s.subject_key) end as subjects
            """;

    private static final Logger LOG = LoggerFactory.getLogger(EntryReader.class);
    private static final int KEY_LENGTH = 36;

    /** One that was damaged says nothing, and is there: it keeps nobody from reading the others. */
    Found read(ResultSet row, int number) throws SQLException {
        JsonNode entry = content(row);
        return new Found(
                place(row),
                row.getObject("entry_id", UUID.class),
                LogKind.valueOf(row.getString("kind")),
                entry,
                row.getBytes("entry_hash"),
                subjects((String[]) row.getArray("subjects").getArray(), row.getBytes("seed"), entry));
    }

    /** What it says, where that is what its hash was made of; else nothing. */
    private static JsonNode content(ResultSet row) throws SQLException {
        try {
            byte[] bytes = StoredEntry.bytes(row.getBytes("entry"));
            JsonNode entry = StoredEntry.json(bytes);
            if (entry.isObject() && Arrays.equals(EntryHash.of(bytes).bytes(), row.getBytes("entry_hash"))) {
                return entry;
            }
        } catch (IllegalStateException e) {
            // said below
        }
        LOG.error(
                "The entry in shard {} at position {} is damaged: verify the log",
                row.getInt("shard"),
                row.getLong("position"));
        return JsonNodeFactory.instance.objectNode();
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getInt("shard"),
                row.getLong("position"));
    }

    /** A person with a BSN and an identity set has two keys; the first that the entry commits to stands for the person. */
    private static Map<String, List<SubjectKey>> subjects(String[] rows, byte[] seed, JsonNode entry) {
        Map<String, List<SubjectKey>> subjects = new TreeMap<>();
        for (String row : rows) {
            SubjectKey key = new SubjectKey(UUID.fromString(row.substring(0, KEY_LENGTH)));
            String person = row.substring(KEY_LENGTH);
            List<SubjectKey> keys = subjects.computeIfAbsent(person, ref -> new ArrayList<>());
            keys.add(isFirst(person, key, seed, entry) ? 0 : keys.size(), key);
        }
        return subjects;
    }

    private static boolean isFirst(String person, SubjectKey key, byte[] seed, JsonNode entry) {
        if (seed == null) {
            return false;
        }
        String label = "subject/" + person + "/0";
        byte[] made = Commitment.of(label, Commitment.salt(seed, label), key.bytes());
        String kept = entry.path("commitments").path(label).asText();
        return Base64.getEncoder().encodeToString(made).equals(kept);
    }
}
