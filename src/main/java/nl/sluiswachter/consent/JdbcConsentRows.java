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

/** Reads rows of {@link #CURRENT} that are a {@code CONSENT}: ever given, with the state its last event left it in. */
public final class JdbcConsentRows implements RowMapper<Consent> {

    /**
     * Select without a condition; the table is {@code c}. What was only asked for is left out; what was refused is no
     * consent and says so. Columns match those of the fact register, for a union.
     */
    public static final String CURRENT =
            """
            select case g.state when 'GIVEN' then 'CONSENT' else 'REFUSAL' end as register, c.consent_id as id, null::text as kind,
                   c.bsn_key, c.set_key, null::text as party,
                   jsonb_build_object('scope', c.content, 'answer', g.detail) as content,
                   null::timestamptz as valid_from, null::timestamptz as valid_until, e.state, e.at as since,
                   c.registered_by
              from consent c
              join consent_event g on g.consent_id = c.consent_id and g.state in ('GIVEN', 'REFUSED')
             cross join lateral (select state, at from consent_event
                                  where consent_id = c.consent_id
                                  order by state in ('REFUSED', 'WITHDRAWN', 'EXPIRED', 'INVALIDATED') desc,
                                           position desc limit 1) e
            """;

    /** What was asked, and the yes or no to it. */
    record Content(ConsentContent scope, EventContent answer) {}

    @Override
    public Consent mapRow(ResultSet row, int number) throws SQLException {
        Content content = content(row);
        ConsentScope scope = content.scope().scope();
        Giving giving = content.answer().happening(ConsentState.GIVEN).giving().orElseThrow();
        return new Consent(
                row.getObject("id", UUID.class),
                subject(row),
                scope.kind(),
                scope.exchangeTypes(),
                scope.purpose(),
                scope.sender(),
                scope.receivers(),
                scope.dataCategories(),
                content.answer().giver().orElseThrow(),
                giving.at(),
                scope.validUntil(),
                giving.freedom(),
                Optional.ofNullable(content.scope().birthdate()).map(LocalDate::parse),
                content.scope().adult(),
                ConsentState.valueOf(row.getString("state")),
                instant(row, "since"),
                new Oin(row.getString("registered_by")));
    }

    static Content content(ResultSet row) throws SQLException {
        return ColumnJson.read(row.getString("content"), Content.class);
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
