package nl.sluiswachter.consent;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code consent} and {@code consent_event}. The gateway's role may add and read there, nothing else. */
final class JdbcConsentTable {

    private static final String INSERT =
            """
            insert into consent (consent_id, bsn_key, set_key, registered_by, registered_at, content)
            values (:id, :bsn, :set, :by, :at, cast(:content as jsonb))
            """;

    private static final String GIVEN =
            """
            insert into consent_event (consent_id, position, state, at, by_oin) values (:id, 1, 'GIVEN', :at, :by)
            """;

    private static final String WITHDRAW =
            """
            insert into consent_event (consent_id, position, state, at, by_oin)
            select :id, e.position + 1, 'WITHDRAWN', :at, :by
              from (select position, state from consent_event
                     where consent_id = :id order by position desc limit 1) e
             where e.state = 'GIVEN'
                on conflict do nothing
            """;

    private static final String BY_ID = JdbcConsentRows.CURRENT + " where c.consent_id = :id";

    private static final String SAME = JdbcConsentRows.CURRENT
            + """
             where c.bsn_key is not distinct from cast(:bsn as uuid)
               and c.set_key is not distinct from cast(:set as uuid)
               and (c.bsn_key = :bsn and c.bsn_key is not null or c.set_key = :set and c.set_key is not null)
               and c.registered_by = :by
               and c.content = cast(:content as jsonb)
            """;

    private static final String BY_SUBJECT = JdbcConsentRows.CURRENT
            + """
             where (c.bsn_key = :bsn and c.bsn_key is not null or c.set_key = :set and c.set_key is not null)
               and (cast(:by as text) is null or c.registered_by = :by)
             order by c.registered_at desc, c.consent_id desc
             limit :most
            """;

    private static final String COUNT_GIVEN = "select count(*) from (" + JdbcConsentRows.CURRENT
            + " where c.consent_id = any(cast(:ids as uuid[]))) current where state = 'GIVEN'";

    private static final String COUNT_OF_PERSON = "select count(*) from (" + JdbcConsentRows.CURRENT
            + """
             where (c.bsn_key = :bsn and c.bsn_key is not null or c.set_key = :set and c.set_key is not null)
               and c.registered_by = :by) current
             where state = 'GIVEN'
            """;

    /** Locks are taken in one order, so that two transactions cannot wait for each other. */
    private static final String SHARE =
            """
            select count(pg_advisory_xact_lock_shared(key)::text)
              from (select hashtextextended('consent|' || id, 0) as key
                      from unnest(cast(:ids as uuid[])) as id order by 1) keys
            """;

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('consent|' || :text, 0))::text";

    private final JdbcClient jdbc;

    JdbcConsentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, SubjectIdentity subject, Oin by, Instant at, String content) {
        statement(INSERT, subject)
                .param("id", id)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("content", content)
                .update();
        jdbc.sql(GIVEN)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    /** Whether the consent was given until now. */
    boolean withdraw(UUID id, Oin by, Instant at) {
        return jdbc.sql(WITHDRAW)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    Optional<Consent> byId(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(new JdbcConsentRows()).optional();
    }

    Optional<Consent> same(SubjectIdentity subject, Oin by, String content) {
        return statement(SAME, subject)
                .param("by", by.value())
                .param("content", content)
                .query(new JdbcConsentRows())
                .optional();
    }

    List<Consent> bySubject(SubjectIdentity subject, Optional<Oin> registeredBy) {
        return statement(BY_SUBJECT, subject)
                .param("by", registeredBy.map(Oin::value).orElse(null))
                .param("most", ConsentRegister.MOST_FOUND)
                .query(new JdbcConsentRows())
                .list();
    }

    long countGiven(Collection<UUID> ids) {
        return jdbc.sql(COUNT_GIVEN).param("ids", array(ids)).query(Long.class).single();
    }

    /** How many consents of the person, under either key, this party registered that are still given. */
    long countGiven(SubjectIdentity subject, Oin by) {
        return statement(COUNT_OF_PERSON, subject)
                .param("by", by.value())
                .query(Long.class)
                .single();
    }

    /** Until the transaction ends nobody withdraws these. */
    void share(Collection<UUID> ids) {
        jdbc.sql(SHARE).param("ids", array(ids)).query(Long.class).single();
    }

    /** Until the transaction ends nobody else does anything under this text. */
    void lock(String text) {
        jdbc.sql(LOCK).param("text", text).query(String.class).single();
    }

    private JdbcClient.StatementSpec statement(String sql, SubjectIdentity subject) {
        return jdbc.sql(sql)
                .param("bsn", subject.byBsn().map(SubjectKey::value).orElse(null), Types.OTHER)
                .param("set", subject.bySet().map(SubjectKey::value).orElse(null), Types.OTHER);
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
