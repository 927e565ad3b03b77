package nl.sluiswachter.facts;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code fact} and {@code fact_event}. The gateway's role may add and read there, nothing else. */
final class JdbcFactTable {

    private static final String INSERT =
            """
            insert into fact (fact_id, kind, bsn_key, set_key, party, content, valid_from, valid_until,
                              registered_by, registered_at)
            values (:id, :kind, :bsn, :set, :party, cast(:content as jsonb), coalesce(:from, :at), :until, :by, :at)
            """;

    private static final String RECORDED =
            """
            insert into fact_event (fact_id, position, state, at, by_oin) values (:id, 1, 'RECORDED', :at, :by)
            """;

    private static final String END =
            """
            insert into fact_event (fact_id, position, state, at, by_oin)
            select :id, e.position + 1, 'ENDED', :at, :by
              from (select position, state from fact_event
                     where fact_id = :id order by position desc limit 1) e
             where e.state = 'RECORDED'
                on conflict do nothing
            """;

    private static final String BY_ID = JdbcFactRows.CURRENT + " where f.fact_id = :id";

    private static final String BY_IDS = JdbcFactRows.CURRENT + " where f.fact_id = any(:ids)";

    /** Without a stated start, the fact that still stands since it was registered; once that was ended it is a new one. */
    private static final String SAME = JdbcFactRows.CURRENT
            + """
             where (f.bsn_key = :bsn and f.bsn_key is not null or f.set_key = :set and f.set_key is not null)
               and f.bsn_key is not distinct from cast(:bsn as uuid)
               and f.set_key is not distinct from cast(:set as uuid)
               and f.kind = :kind
               and f.party is not distinct from :party
               and f.content = cast(:content as jsonb)
               and (f.valid_from = :from or cast(:from as timestamptz) is null
                                        and f.valid_from = f.registered_at and e.state = 'RECORDED')
               and f.valid_until is not distinct from :until
               and f.registered_by = :by
             order by f.registered_at
             limit 1
            """;

    private static final String BY_SUBJECT = JdbcFactRows.CURRENT
            + """
             where (f.bsn_key = :bsn and f.bsn_key is not null or f.set_key = :set and f.set_key is not null)
             order by f.registered_at desc, f.fact_id desc
             limit :most
            """;

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('fact|' || :text, 0))::text";

    private final JdbcClient jdbc;

    JdbcFactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, FactDraft draft, Oin by, Instant at) {
        about(draft, INSERT, by).param("id", id).param("at", time(at)).update();
        jdbc.sql(RECORDED)
                .param("id", id)
                .param("at", time(at))
                .param("by", by.value())
                .update();
    }

    /** Whether the fact was not ended until now. */
    boolean end(UUID id, Oin by, Instant at) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("at", time(at))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    Optional<Fact> byId(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(new JdbcFactRows()).optional();
    }

    List<Fact> byIds(Collection<UUID> ids) {
        return jdbc.sql(BY_IDS)
                .param("ids", ids.toArray(UUID[]::new))
                .query(new JdbcFactRows())
                .list();
    }

    Optional<Fact> same(FactDraft draft, Oin by) {
        return about(draft, SAME, by).query(new JdbcFactRows()).optional();
    }

    List<Fact> bySubject(SubjectIdentity subject) {
        return statement(BY_SUBJECT, subject)
                .param("most", FactRegister.MOST_FOUND)
                .query(new JdbcFactRows())
                .list();
    }

    /** Until the transaction ends nobody else does anything under this text. */
    void lock(String text) {
        jdbc.sql(LOCK).param("text", text).query(String.class).single();
    }

    private JdbcClient.StatementSpec about(FactDraft draft, String sql, Oin by) {
        return statement(sql, draft.subject())
                .param("kind", draft.kind().name())
                .param("party", draft.party().map(Oin::value).orElse(null), Types.VARCHAR)
                .param("content", JdbcFactRows.content(draft.detail()))
                .param("from", draft.validFrom().map(JdbcFactTable::time).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", draft.validUntil().map(JdbcFactTable::time).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", by.value());
    }

    private JdbcClient.StatementSpec statement(String sql, SubjectIdentity subject) {
        return jdbc.sql(sql)
                .param("bsn", subject.byBsn().map(SubjectKey::value).orElse(null), Types.OTHER)
                .param("set", subject.bySet().map(SubjectKey::value).orElse(null), Types.OTHER);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
