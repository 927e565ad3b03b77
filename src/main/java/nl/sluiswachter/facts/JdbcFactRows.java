package nl.sluiswachter.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows of {@link #CURRENT}: each fact with the end that its last event gave it. */
public final class JdbcFactRows implements RowMapper<Fact> {

    /** Select without a condition; the table is {@code f}. Columns match those of the consent register, for a union. */
    public static final String CURRENT =
            """
            select 'FACT' as register, f.fact_id as id, f.kind, f.bsn_key, f.set_key,
                   f.party, f.content, f.valid_from, f.valid_until,
                   e.state, e.at as since, f.registered_by
              from fact f
             cross join lateral (select state, at from fact_event
                                  where fact_id = f.fact_id order by position desc limit 1) e
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Fact mapRow(ResultSet row, int number) throws SQLException {
        return new Fact(
                row.getObject("id", UUID.class),
                FactKind.valueOf(row.getString("kind")),
                new SubjectIdentity(key(row, "bsn_key"), key(row, "set_key")),
                Optional.ofNullable(row.getString("party")).map(Oin::new),
                detail(row.getString("content")),
                instant(row, "valid_from").orElseThrow(),
                end(row));
    }

    /** The column {@code content}: the detail, sorted. */
    static String content(Map<String, String> detail) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact cannot be written");
        }
    }

    private static Map<String, String> detail(String content) {
        try {
            return JSON.readValue(content, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the fact register cannot be read");
        }
    }

    private static Optional<Instant> end(ResultSet row) throws SQLException {
        Optional<Instant> ended = row.getString("state").equals("ENDED") ? instant(row, "since") : Optional.empty();
        return Stream.of(ended, instant(row, "valid_until"))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<SubjectKey> key(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(SubjectKey::new);
    }
}
