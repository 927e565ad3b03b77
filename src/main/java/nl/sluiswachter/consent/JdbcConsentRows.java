package nl.sluiswachter.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows of {@link #CURRENT}: each consent that was ever given, with the state its last event left it in. */
public final class JdbcConsentRows implements RowMapper<Consent> {

    /**
     * Select without a condition; the table is {@code c}. What was only asked for or refused is left out: it is no
     * consent. Columns match those of the fact register, for a union.
     */
    public static final String CURRENT =
            """
            select 'CONSENT' as register, c.consent_id as id, null::text as kind, c.bsn_key, c.set_key,
                   null::text as party, jsonb_build_object('scope', c.content, 'given', g.detail) as content,
                   null::timestamptz as valid_from, null::timestamptz as valid_until, e.state, e.at as since,
                   c.registered_by
              from consent c
              join consent_event g on g.consent_id = c.consent_id and g.state = 'GIVEN'
             cross join lateral (select state, at from consent_event
                                  where consent_id = c.consent_id
                                  order by state in ('REFUSED', 'WITHDRAWN', 'EXPIRED', 'INVALIDATED') desc,
                                           position desc limit 1) e
            """;

    private record Content(ConsentContent scope, EventContent given) {}

    @Override
    public Consent mapRow(ResultSet row, int number) throws SQLException {
        Content content = ColumnJson.read(row.getString("content"), Content.class);
        ConsentScope scope = content.scope().scope();
        Giving giving = content.given().happening(ConsentState.GIVEN).giving().orElseThrow();
        return new Consent(
                row.getObject("id", UUID.class),
                subject(row),
                scope.kind(),
                scope.exchangeTypes(),
                scope.purpose(),
                scope.sender(),
                scope.receivers(),
                scope.dataCategories(),
                content.given().giver().orElseThrow(),
                giving.at(),
                scope.validUntil(),
                giving.freedom(),
                Optional.ofNullable(content.scope().birthdate()).map(LocalDate::parse),
                content.scope().adult(),
                ConsentState.valueOf(row.getString("state")),
                instant(row, "since"),
                new Oin(row.getString("registered_by")));
    }

    static SubjectIdentity subject(ResultSet row) throws SQLException {
        return new SubjectIdentity(key(row, "bsn_key"), key(row, "set_key"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Optional<SubjectKey> key(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(SubjectKey::new);
    }
}
