package nl.sluiswachter.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Reads rows of {@link #EVENTS} into histories, in the order in which their first rows come. */
final class JdbcConsentHistories implements ResultSetExtractor<List<ConsentHistory>> {

    /** Each event beside its consent; a consent's rows must come together, in the order of {@code position}. */
    static final String EVENTS =
            """
            select c.consent_id, c.bsn_key, c.set_key, c.registered_by, c.content,
                   e.state, e.at, e.by_oin, e.ends_at, e.detail
              from consent c join consent_event e using (consent_id)
            """;

    @Override
    public List<ConsentHistory> extractData(ResultSet rows) throws SQLException {
        Map<UUID, ConsentHistory> found = new LinkedHashMap<>();
        while (rows.next()) {
            ConsentHistory row = row(rows);
            found.merge(row.id(), row, JdbcConsentHistories::joined);
        }
        return List.copyOf(found.values());
    }

    private static ConsentHistory joined(ConsentHistory first, ConsentHistory next) {
        List<ConsentEvent> events = new ArrayList<>(first.events());
        events.addAll(next.events());
        return first.with(events);
    }

    private static ConsentHistory row(ResultSet row) throws SQLException {
        ConsentContent content = ColumnJson.read(row.getString("content"), ConsentContent.class);
        return new ConsentHistory(
                row.getObject("consent_id", UUID.class),
                JdbcConsentRows.subject(row),
                content.scope(),
                Optional.ofNullable(content.birthdate()).map(LocalDate::parse),
                content.adult(),
                new Oin(row.getString("registered_by")),
                List.of(event(row)));
    }

    private static ConsentEvent event(ResultSet row) throws SQLException {
        EventContent detail = ColumnJson.read(row.getString("detail"), EventContent.class);
        Optional<Instant> endsAt = Optional.ofNullable(row.getObject("ends_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
        return new ConsentEvent(
                detail.happening(ConsentState.valueOf(row.getString("state"))),
                JdbcConsentRows.instant(row, "at"),
                Optional.ofNullable(row.getString("by_oin")).map(Oin::new),
                Optional.ofNullable(detail.officer()),
                endsAt,
                detail.stop());
    }
}
