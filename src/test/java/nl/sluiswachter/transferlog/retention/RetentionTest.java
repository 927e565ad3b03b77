package nl.sluiswachter.transferlog.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.SomeMark;
import nl.sluiswachter.transferlog.figures.Figures;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.verifier.SomeTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** When what an entry says is destroyed, and when nobody can have it destroyed. */
class RetentionTest {

    private static final String HOLD =
            """
            insert into log_hold (hold_id, placed_by, ground, reference, scope, subjects, transfer_id, case_key,
                                  exchange_type, from_at, until_at)
            values (gen_random_uuid(), 'x', 'LEGAL_CLAIM', 'ZAAK-1',
            """;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient application = JdbcClient.create(database.asApplication());
    private final Retention retention = SomeRetention.on(database.asApplication());
    private SomeTree log;
    private JdbcClient superuser;

    @BeforeEach
    void aLog() {
        log = new SomeTree(database, folder);
        superuser = log.superuser();
    }

    @Test
    void destroysWhatAnEntrySaysWhenItsTermIsOverAndNotADayBefore() {
        log.decide(0, 0, yearsAgo(15).minus(Duration.ofDays(1)));
        log.decide(0, 1, yearsAgo(15).plus(Duration.ofDays(1)));
        log.publish();

        assertThat(retention.destroyDue()).isEqualTo(Map.of("WMO_ALLOCATION", 1));
        assertThat(retention.destroyDue()).isEmpty();

        assertThat(superuser
                        .sql("select num_nonnulls(entry, entry_id, seed, transfer_id, sender, exchange_type, outcome)"
                                + " from transfer_log where kind = 'DECISION' order by position")
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 7);
        assertThat(superuser
                        .sql("select count(*) from transfer_log where position = 0 and kind = 'DECISION'"
                                + " and length(entry_hash) = 32 and destroyed_at > now() - interval '1 minute'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(superuser
                        .sql("select subject_key from transfer_log_subject")
                        .query(UUID.class)
                        .list())
                .containsExactly(new UUID(9, 1));
    }

    @Test
    void forgetsByWhichReasonsItWasFound() {
        log.refuse(0, 0, yearsAgo(16), "PURPOSE_MISMATCH", "CONSENT_REQUIRED", "AGE_UNKNOWN");
        log.refuse(0, 1, yearsAgo(14), "PURPOSE_MISMATCH", "CONSENT_REQUIRED");
        log.publish();

        assertThat(retention.destroyDue()).isEqualTo(Map.of("WMO_ALLOCATION", 1));

        assertThat(superuser
                        .sql("select position from transfer_log_reason")
                        .query(Long.class)
                        .list())
                .containsExactly(1L);
    }

    @Test
    void forgetsWhatStandsBesideTheLogWithIt() {
        log.decide(0, 0, yearsAgo(16));
        log.publish();
        superuser
                .sql("insert into receipt values (:id, 'receipt', now());"
                        + " insert into decision_image values (:id, now(), 'x', '{}');"
                        + " insert into task (transfer_id, code, review, exchange_type, sender, recorded_at)"
                        + " values (:id, 'HUMAN_REVIEW', true, 'WMO_ALLOCATION', 'x', now())")
                .param("id", new UUID(7, 0))
                .update();

        retention.destroyDue();

        assertThat(superuser
                        .sql("select (select count(*) from receipt) + (select count(*) from decision_image)"
                                + " + (select count(*) from task)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void destroysManyInBoundedTransactionsAndTellsEachOfThem() {
        for (int number = 0; number < 12; number++) {
            log.decide(number % 2, number, yearsAgo(16));
        }
        log.publish();

        int first = application
                .sql("select destroyed from destroy_due_log_entries('WMO_ALLOCATION', 'P15Y', 4)")
                .query(Integer.class)
                .single();
        assertThat(first).isBetween(1, 4);
        assertThat(retention.destroyDue()).isEqualTo(Map.of("WMO_ALLOCATION", 12 - first));
        assertThat(superuser
                        .sql("select count(*) from transfer_log where entry is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(count("log_pending")).isGreaterThanOrEqualTo(3);
    }

    /** Locks of that kind can be taken by whoever may connect, and be kept. */
    @Test
    void somebodyWhoKeepsEntriesFromBeingDestroyedIsSeen() throws Exception {
        RetentionTurn turn = new RetentionTurn(retention, new CheckpointTable(application), true);
        assertThat(turn.complaint()).isEmpty();
        try (Connection hostile = database.asApplication().getConnection();
                Statement statement = hostile.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('log_retention', 0))");
            turn.turn();
            superuser
                    .sql("update log_turn set taken_at = now() - interval '25 hours'")
                    .update();
            turn.turn();

            assertThat(turn.complaint().orElseThrow()).endsWith(" s; somebody may hold its lock");
            assertThat(new RetentionTurn(retention, new CheckpointTable(application), false).complaint())
                    .isEmpty();
        }
        turn.turn();

        assertThat(turn.complaint()).isEmpty();
        assertThat(retention.age()).isLessThan(Duration.ofHours(1));
    }

    @Test
    void aRetentionThatNeverRanIsSeenADayAfterTheLogWasMade() {
        RetentionTurn turn = new RetentionTurn(retention, new CheckpointTable(application), true);
        assertThat(retention.age()).isPositive();
        assertThat(turn.complaint()).isEmpty();
        superuser
                .sql("update log_turn set taken_at = taken_at - interval '24 hours'")
                .update();

        assertThat(turn.complaint()).isPresent();
        turn.turn();
        assertThat(turn.complaint()).isEmpty();
    }

    @Test
    void theStepsOfATransferGoAfterItsDecision() {
        UUID transfer = new UUID(7, 0);
        log.decide(0, 0, yearsAgo(14));
        event(LogKind.ACKNOWLEDGED, Optional.of(transfer), List.of(), yearsAgo(21));
        log.publish();

        assertThat(retention.destroyDue()).isEmpty();
        makeDecisionsOlder();
        assertThat(retention.destroyDue()).isEqualTo(Map.of("WMO_ALLOCATION", 1, "ACKNOWLEDGED", 1));
    }

    @Test
    void whatIsToldOfAConsentStaysAsLongAsADecisionAboutThatPerson() {
        event(LogKind.CONSENT, Optional.empty(), List.of(new SubjectKey(new UUID(9, 0))), yearsAgo(21));
        event(LogKind.CONSENT, Optional.empty(), List.of(new SubjectKey(new UUID(9, 5))), yearsAgo(21));
        log.decide(0, 0, yearsAgo(14));
        log.publish();

        assertThat(retention.destroyDue()).isEqualTo(Map.of("CONSENT", 1));
        makeDecisionsOlder();
        assertThat(retention.destroyDue()).isEqualTo(Map.of("WMO_ALLOCATION", 1, "CONSENT", 1));
    }

    @Test
    void whatWasJudgedOfAReportStaysAsLongAsADecisionAboutThatPerson() {
        for (LogKind kind : List.of(LogKind.REPORT, LogKind.REPORT_VERDICT)) {
            event(kind, Optional.empty(), List.of(new SubjectKey(new UUID(9, 0))), yearsAgo(21));
            event(kind, Optional.empty(), List.of(new SubjectKey(new UUID(9, 5))), yearsAgo(19));
            event(kind, Optional.empty(), List.of(new SubjectKey(new UUID(9, 5))), yearsAgo(21));
        }
        log.decide(0, 0, yearsAgo(14));
        log.publish();

        assertThat(retention.destroyDue()).isEqualTo(Map.of("REPORT", 1, "REPORT_VERDICT", 1));
    }

    @Test
    void theDatabaseKeepsEveryKindAsTheGatewayDoes() {
        assertThat(application
                        .sql("select kind || ' ' || keeping from log_kind")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(LogKind.values())
                        .map(kind -> kind + " " + kind.keeping())
                        .toList());
    }

    /** Each call looks at no more than twenty times what it may destroy, and the next one begins where it ended. */
    @Test
    void entriesOnHoldDoNotKeepThoseBehindThem() {
        Instant oldest = yearsAgo(16);
        for (int number = 0; number < 90; number++) {
            log.decide(number % 2, number, oldest.plusSeconds(number));
        }
        log.publish();
        application
                .sql(HOLD + "'PERIOD', '{}', null, null, 'WMO_ALLOCATION', null, ?)")
                .param(Timestamp.from(oldest.plusSeconds(80)))
                .update();
        RetentionTable table = new RetentionTable(application);
        Period term = Period.ofYears(15);

        RetentionTable.Destroyed first = table.destroy("WMO_ALLOCATION", term, 2, RetentionTable.Behind.NOTHING);
        assertThat(first.entries()).isZero();
        assertThat(first.more()).isTrue();
        RetentionTable.Destroyed second = table.destroy("WMO_ALLOCATION", term, 2, first.next());
        RetentionTable.Destroyed third = table.destroy("WMO_ALLOCATION", term, 2, second.next());
        assertThat(second.entries() + third.entries()).isBetween(1, 4);

        int rest = retention.destroyDue().get("WMO_ALLOCATION");
        assertThat(second.entries() + third.entries() + rest).isBetween(9, 10);
        assertThat(retention.destroyDue()).isEmpty();
    }

    @Test
    void keepsWhatTellsHowTheLogCameToBe() {
        event(LogKind.START, Optional.empty(), List.of(), yearsAgo(30));
        log.decide(0, 0, yearsAgo(30));
        log.publish();
        retention.destroyDue();
        log.shards().place(0);
        log.publish();

        for (LogKind kind : LogKind.values()) {
            application
                    .sql("select destroyed from destroy_due_log_entries(?, 'P5Y', 500)")
                    .param(kind.name())
                    .query()
                    .listOfRows();
        }

        assertThat(superuser
                        .sql("select kind from transfer_log where entry is not null order by kind")
                        .query(String.class)
                        .list())
                .containsExactly("DESTRUCTION", "START");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'SUBJECT', '{00000000-0000-0009-0000-000000000000}', null, null, null, null, null)",
                "'TRANSFER', '{}', '00000000-0000-0007-0000-000000000000', null, null, null, null)",
                "'CASE', '{}', null, '00000000-0000-0008-0000-000000000000', null, null, null)",
                "'PERIOD', '{}', null, null, 'WMO_ALLOCATION', '2000-01-01', '2100-01-01')",
                "'PERIOD', '{}', null, null, null, null, '2100-01-01')"
            })
    void nothingOnHoldIsDestroyedUntilAWeekAfterTheHoldWasLifted(String scope) {
        log.decide(0, 0, yearsAgo(16));
        superuser
                .sql("update transfer_log set case_key = '00000000-0000-0008-0000-000000000000'")
                .update();
        log.publish();
        application.sql(HOLD + scope).update();

        assertThat(retention.destroyDue()).isEmpty();
        application
                .sql("insert into log_hold_lift (hold_id, lifted_by, reference) select hold_id, 'x', 'y' from log_hold")
                .update();
        assertThat(retention.destroyDue()).isEmpty();
        superuser
                .sql("update log_hold_lift set lifted_at = now() - interval '8 days'")
                .update();
        assertThat(retention.destroyDue()).isEqualTo(Map.of("WMO_ALLOCATION", 1));
    }

    @Test
    void nobodyGetsRoundAHoldWithATransactionThatIsOlder() {
        log.decide(0, 0, yearsAgo(16));
        log.publish();
        TransactionTemplate older = new TransactionTemplate(new JdbcTransactionManager(database.asApplication()));
        older.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        JdbcClient within = JdbcClient.create(((JdbcTransactionManager) older.getTransactionManager()).getDataSource());

        assertThatThrownBy(() -> older.executeWithoutResult(status -> {
                    within.sql("select count(*) from log_hold").query().listOfRows();
                    application
                            .sql(HOLD + "'PERIOD', '{}', null, null, 'WMO_ALLOCATION', null, null)")
                            .update();
                    within.sql("select destroyed from destroy_due_log_entries('WMO_ALLOCATION', 'P15Y', 500)")
                            .query()
                            .listOfRows();
                }))
                .rootCause()
                .hasMessageContaining("in a transaction that is read committed");
    }

    @Test
    void aHoldOnSomebodyElseHoldsNothing() {
        log.decide(0, 0, yearsAgo(16));
        log.publish();
        application
                .sql(HOLD + "'SUBJECT', '{00000000-0000-0009-0000-000000000001}', null, null, null, null, null)")
                .update();
        application
                .sql(HOLD + "'PERIOD', '{}', null, null, 'VT_REPORT', null, null)")
                .update();
        application
                .sql(HOLD + "'PERIOD', '{}', null, null, null, '2020-01-01', null)")
                .update();

        assertThat(retention.destroyDue()).isEqualTo(Map.of("WMO_ALLOCATION", 1));
    }

    @Test
    void aShorterTermThanTheFloorDestroysNothing() {
        log.decide(0, 0, yearsAgo(14));
        log.publish();

        assertThat(destroy("WMO_ALLOCATION", "P1D")).isZero();
        assertThat(destroy("WMO_ALLOCATION", "P0D")).isZero();
        assertThatThrownBy(() -> destroy("WMO_ALLOCATION", "-P1D"))
                .rootCause()
                .hasMessageContaining("a rule, a term such as P5Y and 1 to 500 entries are expected");
        superuser
                .sql("update log_floor set term = 'P13Y' where rule = 'WMO_ALLOCATION'")
                .update();
        assertThat(destroy("WMO_ALLOCATION", "P1D")).isEqualTo(1);
    }

    @Test
    void aLieAboutTheTimeMakesNoEntryOld() {
        log.shards().decide(0, new UUID(7, 0), new SubjectKey(new UUID(9, 0)), yearsAgo(30));
        log.publish();

        assertThat(destroy("WMO_ALLOCATION", "P1D")).isZero();
        refuses("insert into log_batch (shard, first_position, last_position, committed_at, previous_hash, hash,"
                + " written_at) select shard, 1, 1, now(), hash, hash, '2000-01-01' from log_batch");
        refuses("update log_batch set written_at = '2000-01-01'");
    }

    @Test
    void whatHasNoLeafYetIsNotDestroyed() {
        log.decide(0, 0, yearsAgo(30));

        assertThat(destroy("WMO_ALLOCATION", "P15Y")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transfer_log set entry = null",
                "update transfer_log set recorded_at = '2000-01-01'",
                "update transfer_log set exchange_type = 'OTHER'",
                "delete from transfer_log",
                "delete from transfer_log_subject",
                "delete from transfer_log_reason",
                "update transfer_log_reason set reason = ''",
                "insert into transfer_log (shard, position, recorded_at, kind, entry_hash, destroyed_at)"
                        + " values (9, 9, now(), 'DECISION', sha256(''), now())",
                "update log_floor set term = 'P1D'",
                "delete from log_floor",
                "insert into log_floor values ('X', 'P1D')",
                "delete from log_hold",
                "update log_hold set subjects = '{}'",
                "insert into log_hold_lift (hold_id, lifted_at, lifted_by, reference)"
                        + " select hold_id, '2000-01-01', 'x', 'y' from log_hold",
                "update log_hold_lift set lifted_at = '2000-01-01'"
            })
    void theRoleOfTheGatewayHasNoOtherWay(String sql) {
        refuses(sql);
    }

    /** Whoever has the password of the gateway can put it there. */
    @ParameterizedTest
    @ValueSource(strings = {"'DECISION'", "'CANARY'"})
    void aSecondEntryAtAPositionStaysAndKeepsNoOtherFromGoing(String kind) {
        Instant old = OffsetDateTime.now(ZoneOffset.UTC).minusYears(16).toInstant();
        log.decide(0, 0, old);
        log.decide(0, 1, old.plusSeconds(10));
        log.publish();
        application
                .sql(
                        "insert into transfer_log (shard, position, entry_id, recorded_at, kind, exchange_type, entry, entry_hash)"
                                + " select shard, position, gen_random_uuid(), recorded_at, " + kind
                                + ", exchange_type, entry,"
                                + " entry_hash from (select shard, position, recorded_at - interval '1 s' as recorded_at, exchange_type,"
                                + " entry, entry_hash from transfer_log where position = 0 union all"
                                + " select shard, position, recorded_at + interval '1 s', exchange_type, entry, entry_hash"
                                + " from transfer_log where position = 0) as twice")
                .update();

        assertThat(destroy("WMO_ALLOCATION", "P15Y")).isOne();
        log.shards().place(0);
        log.publish();

        assertThat(superuser
                        .sql("select position from transfer_log where entry is null")
                        .query(Long.class)
                        .list())
                .containsExactly(1L);
        assertThat(superuser
                        .sql("select convert_from(entry, 'UTF8') from log_pending union all select '' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    @Test
    void doesNotWaitForeverForWhoeverKeepsTheHoldsLocked() throws Exception {
        try (Connection hostile = database.asApplication().getConnection();
                Statement statement = hostile.createStatement()) {
            hostile.setAutoCommit(false);
            statement.execute(
                    "insert into log_hold (hold_id, placed_by, ground, reference, scope, subjects, transfer_id)"
                            + " values (gen_random_uuid(), 'x', 'AUDIT', 'y', 'TRANSFER', '{}', gen_random_uuid())");

            assertThatThrownBy(() -> destroy("WMO_ALLOCATION", "P15Y"))
                    .rootCause()
                    .hasMessageContaining("lock timeout");
            hostile.rollback();
        }
    }

    @Test
    void theFloorsAreTheTermsOfTheCatalogueThatTheyCameWith() {
        Map<String, Period> floors = new RetentionTable(application).floors();

        SomeRetention.LAW.types().forEach((id, type) -> {
            Period floor = floors.getOrDefault(id, floors.get(Terms.ANY));
            assertThat(Terms.longest(type).filter(term -> term.getYears() > 5))
                    .as(id)
                    .isEqualTo(Optional.of(floor).filter(term -> term.getYears() > 5));
        });
    }

    @Test
    void theCalendarTellsHowManyGoWhenAndAboutNobody() {
        log.decide(0, 0, Instant.parse("2020-02-10T10:00:00Z"));
        log.decide(0, 1, Instant.parse("2020-02-29T10:00:00Z"));
        log.decide(1, 2, Instant.parse("2021-12-31T23:59:59Z"));
        event(LogKind.LOOKUP, Optional.empty(), List.of(), Instant.parse("2024-01-01T00:00:00Z"));
        event(LogKind.START, Optional.empty(), List.of(), Instant.parse("2024-01-01T00:00:00Z"));

        figures().count();

        assertThat(new Calendar(application, retention, () -> SomeRetention.LAW)
                        .months(true).stream()
                                .map(due -> due.month() + " " + due.rule() + " " + due.term() + " " + due.entries()))
                .containsExactly(
                        "2029-01 LOOKUP P5Y 1", "2035-02 WMO_ALLOCATION P15Y 2", "2036-12 WMO_ALLOCATION P15Y 1");
    }

    private Figures figures() {
        return new Figures(
                application,
                new TransactionTemplate(new JdbcTransactionManager(database.asApplication())),
                () -> SomeRetention.LAW);
    }

    private int destroy(String rule, String term) {
        return application
                .sql("select destroyed from destroy_due_log_entries(?, ?, 500)")
                .params(rule, term)
                .query(Integer.class)
                .single();
    }

    private void event(LogKind kind, Optional<UUID> transfer, List<SubjectKey> subjects, Instant at) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        new JdbcEventLog(application, SomeMark.OURS, new UuidV7(clock), clock)
                .append(new LogEntry(kind, transfer, Optional.empty(), Map.of(), subjects));
        log.shards().place(0);
        superuser
                .sql("update log_batch b set written_at = l.recorded_at from transfer_log l"
                        + " where l.shard = b.shard and l.position = b.first_position")
                .update();
    }

    private void refuses(String sql) {
        assertThatThrownBy(() -> application.sql(sql).update()).rootCause().hasMessageContaining("permission denied");
    }

    private int count(String table) {
        return superuser
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private void makeDecisionsOlder() {
        superuser
                .sql("update transfer_log set recorded_at = recorded_at - interval '2 years' where kind = 'DECISION';"
                        + "update transfer_log_subject set recorded_at = recorded_at - interval '2 years'"
                        + " where person = 'p1'; update log_batch set written_at = written_at - interval '2 years'")
                .update();
    }

    private static Instant yearsAgo(int years) {
        return OffsetDateTime.now(ZoneOffset.UTC).minusYears(years).toInstant();
    }
}
