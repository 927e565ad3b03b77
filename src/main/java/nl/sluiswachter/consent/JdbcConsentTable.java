package nl.sluiswachter.consent;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code consent}. The gateway's role may add and read there, nothing else. */
final class JdbcConsentTable {

    private static final String INSERT =
            """
            insert into consent (consent_id, bsn_key, set_key, registered_by, registered_at, content)
            values (:id, :bsn, :set, :by, :at, cast(:content as jsonb))
            """;

    private static final String BY_ID = JdbcConsentHistories.EVENTS + " where c.consent_id = :id order by e.position";

    private static final String BY_IDS =
            JdbcConsentHistories.EVENTS + " where c.consent_id = any(:ids) order by c.consent_id, e.position";

    /** A request that was answered or has ended is not the same as one that is made now: the next giver is asked apart. */
    private static final String SAME =
            """
            select c.consent_id
              from consent c join consent_event f on f.consent_id = c.consent_id and f.position = 1
             where c.bsn_key is not distinct from cast(:bsn as uuid)
               and c.set_key is not distinct from cast(:set as uuid)
               and (c.bsn_key = :bsn and c.bsn_key is not null or c.set_key = :set and c.set_key is not null)
               and c.registered_by = :by
               and c.content = cast(:content as jsonb)
               and f.state = :state
               and f.detail = cast(:detail as jsonb)
               and (f.state = 'GIVEN' or (f.ends_at > :now and not exists (
                    select from consent_event e where e.consent_id = c.consent_id and e.position > 1)))
             order by c.registered_at
             limit 1
            """;

    private static final String BY_SUBJECT = JdbcConsentHistories.EVENTS
            + """
             where c.consent_id in (
                   select consent_id from consent c
                    where (c.bsn_key = :bsn and c.bsn_key is not null or c.set_key = :set and c.set_key is not null)
                      and (cast(:by as text) is null or c.registered_by = :by)
                    order by c.registered_at desc, c.consent_id desc
                    limit :most)
             order by c.registered_at desc, c.consent_id desc, e.position
            """;

    private static final String LAST =
            """
             cross join lateral (select state, ends_at from consent_event
                                  where consent_id = c.consent_id order by position desc limit 1) e
            """;

    private static final String GIVEN = "select c.consent_id from consent c" + LAST
            + " where c.consent_id = any(cast(:ids as uuid[])) and e.state = 'GIVEN'";

    private static final String COUNT_OPEN = "select count(*) from consent c" + LAST
            + """
             where (c.bsn_key = :bsn and c.bsn_key is not null or c.set_key = :set and c.set_key is not null)
               and c.registered_by = :by
               and e.state in ('REQUESTED', 'GIVEN')
               and (e.ends_at is null or e.ends_at > :now)
            """;

    private static final String COUNT_EVER =
            """
            select count(*) from consent c
             where (c.bsn_key = :bsn and c.bsn_key is not null or c.set_key = :set and c.set_key is not null)
               and c.registered_by = :by
            """;

    private final JdbcClient jdbc;

    JdbcConsentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, SubjectIdentity subject, Oin by, Instant at, ConsentContent content) {
        statement(INSERT, subject)
                .param("id", id)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("content", ColumnJson.write(content))
                .update();
    }

    Optional<ConsentHistory> byId(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(new JdbcConsentHistories()).stream()
                .findFirst();
    }

    List<ConsentHistory> byIds(Collection<UUID> ids) {
        return jdbc.sql(BY_IDS).param("ids", ids.toArray(UUID[]::new)).query(new JdbcConsentHistories());
    }

    Optional<UUID> same(SubjectIdentity subject, Oin by, ConsentContent content, Happening first, Instant now) {
        return statement(SAME, subject)
                .param("by", by.value())
                .param("content", ColumnJson.write(content))
                .param("state", first.state().name())
                .param("detail", ColumnJson.write(EventContent.of(first, Optional.empty(), Optional.empty())))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    List<ConsentHistory> bySubject(SubjectIdentity subject, Optional<Oin> registeredBy) {
        return statement(BY_SUBJECT, subject)
                .param("by", registeredBy.map(Oin::value).orElse(null))
                .param("most", ConsentRegister.MOST_FOUND)
                .query(new JdbcConsentHistories());
    }

    /** Those of these that are given, going by what is written down. */
    Set<UUID> given(Collection<UUID> ids) {
        String array = ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        return jdbc.sql(GIVEN).param("ids", array).query(UUID.class).set();
    }

    /** How many consents of the person, under either key, this party registered that have not ended. */
    long countOpen(SubjectIdentity subject, Oin by, Instant now) {
        return statement(COUNT_OPEN, subject)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The same, ended ones too. */
    long countEver(SubjectIdentity subject, Oin by) {
        return statement(COUNT_EVER, subject)
                .param("by", by.value())
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(String sql, SubjectIdentity subject) {
        return jdbc.sql(sql)
                .param("bsn", subject.byBsn().map(SubjectKey::value).orElse(null), Types.OTHER)
                .param("set", subject.bySet().map(SubjectKey::value).orElse(null), Types.OTHER);
    }
}
