package nl.sluiswachter.transferlog.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.CommittedSubjects;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.StoredEntry;
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
            place.fits or place.judged as read,
            case when place.fits or place.judged then place.entry end as entry,
            case when place.fits or place.judged then
              array(select s.subject_key || s.person from transfer_log_subject s
                     where s.shard = place.shard and s.position = place.position and s.recorded_at = place.recorded_at
                     order by s.person, s.subject_key) end as subjects
            """;

    private static final Logger LOG = LoggerFactory.getLogger(EntryReader.class);
    /** Of one that is damaged so far that it has none. */
    private static final UUID NO_ID = new UUID(0, 0);

    private static final int HASH = 32;
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    /**
     * One that was damaged says nothing, and is there: it keeps nobody from reading the others. So is one that says what none of its
     * kind says, whatever its hash; and one that is filed under another id, kind or time than it says, or under others than those it
     * commits to: it would tell them what is not about them.
     */
    Found read(ResultSet row, int number) throws SQLException {
        Place place = place(row);
        LogKind kind = LogKind.valueOf(row.getString("kind"));
        JsonNode entry = content(row);
        String[] filed = (String[]) row.getArray("subjects").getArray();
        Optional<Map<String, List<SubjectKey>>> subjects = says(entry, row.getString("entry_id"), place, kind)
                ? CommittedSubjects.of(filed, row.getBytes("seed"), entry)
                : Optional.empty();
        if (subjects.isEmpty()) {
            LOG.error(
                    "The entry in shard {} at position {} is damaged: verify the log", place.shard(), place.position());
        }
        return new Found(
                place,
                Optional.ofNullable(row.getObject("entry_id", UUID.class)).orElse(NO_ID),
                kind,
                subjects.isEmpty() ? NOTHING : entry,
                Optional.ofNullable(row.getBytes("entry_hash")).orElseGet(() -> new byte[HASH]),
                subjects.orElse(Map.of()));
    }

    /** What it says, where that is what its hash was made of; else nothing. */
    private static JsonNode content(ResultSet row) throws SQLException {
        if (row.getBytes("entry") == null) {
            return NOTHING;
        }
        try {
            byte[] bytes = StoredEntry.bytes(row.getBytes("entry"));
            return Arrays.equals(EntryHash.of(bytes).bytes(), row.getBytes("entry_hash"))
                    ? StoredEntry.json(bytes)
                    : NOTHING;
        } catch (IllegalStateException e) {
            return NOTHING;
        }
    }

    private static boolean says(JsonNode entry, String id, Place place, LogKind kind) {
        return EntryShape.of(kind).fits(entry)
                && kind.name().equals(entry.path("kind").asText())
                && entry.path("entryId").asText().equals(id)
                && place.at().equals(Instant.parse(entry.path("recordedAt").asText()));
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(at(row), row.getInt("shard"), row.getLong("position"));
    }

    /** What the database calls infinite is shown as far away as a year of four digits is: such an entry does not say so itself. */
    private static Instant at(ResultSet row) throws SQLException {
        Instant at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return at.isBefore(Source.FIRST) ? Source.FIRST : at.isAfter(Source.LAST) ? Source.LAST : at;
    }
}
