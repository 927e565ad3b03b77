package nl.sluiswachter.consent;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code consent_event}, to which rows are only added, and of the list of what is still to expire. */
final class JdbcConsentEventTable {

    private static final String APPEND =
            """
            insert into consent_event (consent_id, position, state, at, by_oin, ends_at, detail, from_state, from_at)
            select :id, coalesce(e.position, 0) + 1, :state, :at, :by, :ends, cast(:detail as jsonb), e.state, e.at
              from (values (1)) as one
              left join (select position, state, at from consent_event
                          where consent_id = :id order by position desc limit 1) e on true
            """;

    private static final String TERM = "insert into consent_term (consent_id, ends_at) values (:id, :ends)";

    private static final String FORGET_TERM = "delete from consent_term where consent_id = :id";

    private static final String DUE =
            "select consent_id from consent_term where ends_at <= :now order by ends_at limit :most";

    private final JdbcClient jdbc;

    JdbcConsentEventTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the event after the last one; the database refuses what cannot follow. */
    void append(UUID id, ConsentEvent event) {
        jdbc.sql(APPEND)
                .param("id", id)
                .param("state", event.state().name())
                .param("at", event.recordedAt().atOffset(ZoneOffset.UTC))
                .param("by", event.by().map(Oin::value).orElse(null), Types.VARCHAR)
                .param("ends", utc(event.endsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("detail", ColumnJson.write(EventContent.of(event.what(), event.stop(), event.officer())))
                .update();
        forgetTerm(id);
        event.endsAt().ifPresent(ends -> jdbc.sql(TERM)
                .param("id", id)
                .param("ends", ends.atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Consents whose period is over and that may not have been written down as expired. */
    List<UUID> due(Instant now, int most) {
        return jdbc.sql(DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    void forgetTerm(UUID id) {
        jdbc.sql(FORGET_TERM).param("id", id).update();
    }

    private static OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(i -> i.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
