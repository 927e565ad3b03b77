package nl.sluiswachter.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.party.PartyRef;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows of {@link #CURRENT}: each consent with the state its last event left it in. */
public final class JdbcConsentRows implements RowMapper<Consent> {

    /** Select without a condition; the table is {@code c}. Columns match those of the fact register, for a union. */
    public static final String CURRENT =
            """
            select 'CONSENT' as register, c.consent_id as id, null::text as kind, c.bsn_key, c.set_key,
                   null::text as party, c.content, null::timestamptz as valid_from, null::timestamptz as valid_until,
                   e.state, e.at as since, c.registered_by
              from consent c
             cross join lateral (select state, at from consent_event
                                  where consent_id = c.consent_id order by position desc limit 1) e
            """;

    @Override
    public Consent mapRow(ResultSet row, int number) throws SQLException {
        ConsentContent content = ConsentContent.parse(row.getString("content"));
        return new Consent(
                row.getObject("id", UUID.class),
                new SubjectIdentity(key(row, "bsn_key"), key(row, "set_key")),
                content.kind(),
                Set.copyOf(content.exchangeTypes()),
                Optional.ofNullable(content.purpose()),
                Optional.ofNullable(content.sender()).map(PartyRef::parse),
                content.receivers().stream().map(PartyRef::parse).toList(),
                content.dataCategories(),
                new Giver(
                        content.givenBy(),
                        Optional.ofNullable(content.giverKey()).map(SubjectKey::new)),
                Instant.parse(content.givenAt()),
                Optional.ofNullable(content.validUntil()).map(Instant::parse),
                content.freedom(),
                Optional.ofNullable(content.birthdate()).map(LocalDate::parse),
                content.adult(),
                ConsentState.valueOf(row.getString("state")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                new Oin(row.getString("registered_by")));
    }

    private static Optional<SubjectKey> key(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(SubjectKey::new);
    }
}
