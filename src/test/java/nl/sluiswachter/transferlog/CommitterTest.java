package nl.sluiswachter.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.support.Threads;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CommitterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final UuidV7 ids = new UuidV7(Clock.systemUTC());
    private final List<Committer> committers = new ArrayList<>();

    @AfterEach
    void stop() {
        committers.forEach(Committer::close);
    }

    @Test
    void writesOneEntryPerDecisionWithPositionsWithoutHoles() {
        Committer committer = committer();

        List<Outcome> outcomes = together(64, number -> committer.append(SomeAppending.of(ids.next(), NOW)));

        assertThat(outcomes).hasSize(64).containsOnly(Outcome.WRITTEN);
        assertThat(positions())
                .containsExactlyElementsOf(LongStream.range(0, 64).boxed().toList());
    }

    @Test
    void flushesOnceForManyThatWait() {
        Committer committer = committer();

        together(64, number -> committer.append(SomeAppending.of(ids.next(), NOW)));

        assertThat(count("log_batch")).isBetween(1L, 32L);
    }

    /** A tenth of it, after which it is first looked whether more came, is longer than anything else here takes. */
    private static final Duration LINGER = Duration.ofSeconds(30);

    @Test
    void letsNobodyLingerWhoIsAlone() {
        Committer idle = start(lingering());
        idle.append(SomeAppending.of(ids.next(), NOW));

        assertTimeout(LINGER.dividedBy(10), () -> idle.append(SomeAppending.of(ids.next(), NOW)));
    }

    @Test
    void lingersWhereSeveralWaitForThoseWhoComeBehindThem() {
        Committer busy = lingering();
        List<CompletableFuture<Outcome>> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(Threads.start(() -> busy.append(SomeAppending.of(ids.next(), NOW))));
        }
        Awaitility.await().until(() -> busy.depth() == 4);

        start(busy);
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> busy.depth() == 0);
        callers.add(Threads.start(() -> busy.append(SomeAppending.of(ids.next(), NOW))));

        assertThat(callers.stream().map(CompletableFuture::join)).hasSize(5).containsOnly(Outcome.WRITTEN);
        assertThat(count("log_batch")).isOne();
        assertThat(count("transfer_log")).isEqualTo(5);
    }

    private Committer lingering() {
        return new Committer(
                writer(database.asApplication()), new Committer.Bounds(64, 256, Duration.ofSeconds(30), LINGER));
    }

    @Test
    void chainsTheBatchesOfAShard() {
        Committer committer = committer();
        for (int i = 0; i < 3; i++) {
            committer.append(SomeAppending.of(ids.next(), NOW));
        }

        List<Map<String, Object>> batches = owner.sql("select * from log_batch order by first_position")
                .query()
                .listOfRows();

        assertThat(batches).hasSize(3);
        assertThat(batches.get(0).get("previous_hash")).isEqualTo(new byte[32]);
        assertThat(batches.get(1).get("previous_hash")).isEqualTo(batches.get(0).get("hash"));
        assertThat(batches.get(2).get("previous_hash")).isEqualTo(batches.get(1).get("hash"));
    }

    @Test
    void givesEachInstanceAShardOfItsOwn() {
        List<Committer> nodes = List.of(committer(), committer());

        together(40, number -> nodes.get(number % 2).append(SomeAppending.of(ids.next(), NOW)));

        assertThat(owner.sql("select shard, count(*), max(position) from transfer_log group by shard")
                        .query()
                        .listOfRows())
                .hasSize(2)
                .allSatisfy(
                        shard -> assertThat(shard).containsEntry("count", 20L).containsEntry("max", 19L));
    }

    @Test
    void answersARepeatedKeyOnceAlsoWithinABatch() {
        Committer committer = committer();

        List<Outcome> outcomes =
                together(16, number -> committer.append(SomeAppending.withKey(ids.next(), NOW, "the same")));

        assertThat(outcomes).containsOnlyOnce(Outcome.WRITTEN).contains(Outcome.ANSWERED_BEFORE);
        assertThat(positions()).containsExactly(0L);
        assertThat(count("idempotency")).isOne();
    }

    @Test
    void letsARowThatTheDatabaseRefusesFailAlone() {
        Committer committer = committer();
        UUID taken = ids.next();
        committer.append(SomeAppending.withReceipt(taken, NOW));

        List<Object> results = together(
                20,
                number -> outcomeOf(() -> committer.append(
                        number == 7 ? SomeAppending.withReceipt(taken, NOW) : SomeAppending.of(ids.next(), NOW))));

        assertThat(results).filteredOn(Outcome.WRITTEN::equals).hasSize(19);
        assertThat(results).hasAtLeastOneElementOfType(DataIntegrityViolationException.class);
        assertThat(positions())
                .containsExactlyElementsOf(LongStream.range(0, 20).boxed().toList());
    }

    @Test
    void letsAnEntryThatTheDatabaseRefusesFailAloneAndGoesOnInItsShard() {
        Committer committer = committer();

        List<Object> results = together(
                20,
                number -> outcomeOf(() -> committer.append(
                        number == 7 ? SomeAppending.about("\0", ids.next(), NOW) : SomeAppending.of(ids.next(), NOW))));

        assertThat(results).filteredOn(Outcome.WRITTEN::equals).hasSize(19);
        assertThat(results).hasAtLeastOneElementOfType(DataIntegrityViolationException.class);
        assertThat(owner.sql("select count(*) from log_shard")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(positions())
                .containsExactlyElementsOf(LongStream.range(0, 19).boxed().toList());
    }

    @Test
    void refusesWhenTheQueueIsFullAndWritesNothingOfIt() {
        Committer stuck = new Committer(writer(database.asApplication()), bounds(1, Duration.ofMillis(50)));

        CompletableFuture<Object> first =
                Threads.start(() -> outcomeOf(() -> stuck.append(SomeAppending.of(ids.next(), NOW))));
        Awaitility.await().until(() -> stuck.depth() == 1);

        assertThatThrownBy(() -> stuck.append(SomeAppending.of(ids.next(), NOW)))
                .isInstanceOf(LogBusy.class);
        assertThat(first.join()).isInstanceOf(LogBusy.class);
        start(stuck);
        Awaitility.await().until(() -> stuck.depth() == 0);
        Awaitility.await() // its patience is short
                .ignoreExceptionsInstanceOf(LogBusy.class)
                .until(() -> stuck.append(SomeAppending.of(ids.next(), NOW)) == Outcome.WRITTEN);
        assertThat(count("transfer_log")).isOne();
    }

    @Test
    void refusesAtOnceWhenTheOldestWaitsTooLong() {
        Committer stuck = new Committer(writer(database.asApplication()), bounds(10, Duration.ofMillis(30)));
        assertThat(outcomeOf(() -> stuck.append(SomeAppending.of(ids.next(), NOW))))
                .isInstanceOf(LogBusy.class);

        assertThatThrownBy(() -> stuck.append(SomeAppending.of(ids.next(), NOW)))
                .isInstanceOf(LogBusy.class)
                .hasMessage("The log does not keep up");
    }

    @Test
    void givesEventsTheirPlace() {
        Committer committer = committer();
        JdbcClient application = JdbcClient.create(database.asApplication());
        JdbcEventLog events =
                new JdbcEventLog(application, SomeMark.OURS, committer::sweepSoon, ids, Clock.systemUTC());
        for (int i = 0; i < 3; i++) {
            events.append(new LogEntry(
                    LogKind.CONSENT,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("number", Integer.toString(i)),
                    List.of()));
        }

        Awaitility.await().until(() -> count("transfer_log") == 3);
        assertThat(count("log_pending")).isZero();
        assertThat(owner.sql("select entry from transfer_log order by position")
                        .query(byte[].class)
                        .list())
                .extracting(
                        entry -> StoredEntry.read(entry).at("/detail/number").asText())
                .containsExactly("0", "1", "2");
    }

    /** As a newer node writes one while this one still runs. */
    @Test
    void leavesAnEventOfAKindItDoesNotKnowAndPlacesTheOthers() {
        pending(LogKind.FACT);
        owner.sql("update log_pending set kind = 'OF_TOMORROW'").update();
        pending(LogKind.PARTY);

        committer().sweepSoon();

        Awaitility.await().until(() -> count("transfer_log") == 1);
        assertThat(owner.sql("select kind from log_pending").query(String.class).list())
                .containsExactly("OF_TOMORROW");
    }

    @Test
    void decisionsDoNotWaitForAnEventThatCannotBePlaced() {
        Committer committer = committer();
        owner.sql("alter table transfer_log add constraint no_party check (kind <> 'PARTY')")
                .update();
        pending(LogKind.PARTY);

        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 40; i++) {
                committer.sweepSoon();
                committer.append(SomeAppending.of(ids.next(), NOW));
            }
        });

        assertThat(count("transfer_log")).isEqualTo(40);
        assertThat(count("log_pending")).isOne();
    }

    @Test
    void eventsDoNotWaitForOneThatCannotBePlaced() {
        Committer committer = committer();
        owner.sql("alter table transfer_log add constraint no_party check (kind <> 'PARTY')")
                .update();
        for (LogKind kind : List.of(LogKind.PARTY, LogKind.FACT, LogKind.PARTY, LogKind.CONSENT)) {
            pending(kind);
        }

        committer.sweepSoon();

        Awaitility.await().until(() -> count("transfer_log") == 2);
        assertThat(owner.sql("select kind from log_pending").query(String.class).list())
                .containsExactly("PARTY", "PARTY");
    }

    private void pending(LogKind kind) {
        new JdbcEventLog(JdbcClient.create(database.asApplication()), SomeMark.OURS, ids, Clock.systemUTC())
                .append(new LogEntry(kind, Optional.empty(), Optional.empty(), Map.of("reason", "x"), List.of()));
    }

    /** By somebody who may write to the database, and has no key; or who changes what a gateway wrote. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry = '{}', entry_hash = sha256('{}')",
                "entry_id = gen_random_uuid()",
                "recorded_at = recorded_at - interval '1 year'",
                "kind = 'FACT'",
                "transfer_id = gen_random_uuid()",
                "sender = '00000099000000001100'",
                "reason = null",
                "seed = sha256('x')",
                "subjects = array[gen_random_uuid()]",
                "mark = sha256('x')",
                "mark = null"
            })
    void givesNoPlaceToAnEventThatNoGatewayWroteAndKeepsNoOtherWaiting(String change) {
        pending(LogKind.PARTY);
        owner.sql("update log_pending set " + change).update();
        pending(LogKind.CONSENT);

        placesOnlyTheConsent();
    }

    @Test
    void keepsNoEventWaitingBehindManyThatNoGatewayWrote() {
        owner.sql("insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " select lpad(to_hex(n), 32, '0')::uuid, now(), 'FACT', '{}', sha256('{}'), '{}'"
                        + " from generate_series(1, 1000) n")
                .update();
        pending(LogKind.CONSENT);

        committer().sweepSoon();

        Awaitility.await().until(() -> count("transfer_log") == 1);
        assertThat(count("log_pending")).isEqualTo(1000);
    }

    private void placesOnlyTheConsent() {
        committer().sweepSoon();

        Awaitility.await().until(() -> count("log_pending") == 1);
        assertThat(owner.sql("select kind from transfer_log")
                        .query(String.class)
                        .list())
                .containsExactly("CONSENT");
        assertThat(new ForgedEvents(owner, SomeMark.OURS).any(Instant.now())).isTrue();
    }

    /** By an owner of the database, who takes its checks away: no such row may keep others waiting. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry = convert_to(repeat('x', 1048577), 'UTF8'), entry_hash = sha256(convert_to(repeat('x', 1048577), 'UTF8'))",
                "subjects = array[null]::uuid[]",
                "subjects = array[['00000000-0000-0000-0000-000000000001']]::uuid[]",
                "entry = null",
                "entry_hash = null",
                "subjects = null",
                "recorded_at = null",
                "recorded_at = 'infinity'",
                "entry_id = null"
            })
    void keepsNoEventWaitingBehindOneThatCannotBeRead(String change) {
        pending(LogKind.PARTY);
        owner.sql("do $$ declare c text; begin"
                        + " for c in select conname from pg_constraint where conrelid = 'log_pending'::regclass loop"
                        + "  execute 'alter table log_pending drop constraint ' || quote_ident(c); end loop;"
                        + " for c in select attname from pg_attribute where attrelid = 'log_pending'::regclass"
                        + "   and attnum > 0 and attnotnull loop"
                        + "  execute 'alter table log_pending alter ' || quote_ident(c) || ' drop not null'; end loop;"
                        + " end $$")
                .update();
        owner.sql("update log_pending set " + change).update();
        pending(LogKind.CONSENT);

        placesOnlyTheConsent();
    }

    private static final String TOLD =
            """
            {"detail":{"places":"0"},"entryId":"00000000-0000-0000-0000-000000000001","format":1,"kind":"DESTRUCTION",\
            "recordedAt":"2025-11-22T10:00:00.000001Z"}""";

    /** What the database tells has no mark; it is no way in for anything else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"DECISION\"}",
                "{\"kind\":\"DECISION\",\"kind\":\"DESTRUCTION\"}",
                "{\"kind\":\"DESTRUCTION\"} ",
                "{\"kind\":\"DESTRUCTION\"}",
                "null",
                ""
            })
    void givesNoPlaceToADestructionThatSaysSomethingElse(String entry) {
        destruction(entry);

        assertNoPlace();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "DESTRUCTION"    | "DECISION"
                    "kind"           | "party":"00000099000000001100","kind"
                    "kind"           | "outcome":"PERMIT","kind"
                    0001","format"   | 0002","format"
                    000001Z          | 000002Z
                    000001Z          | 0000010001Z
                    2025-11-22T      | 11-22
                    {"places":"0"}   | null
                    {"places":"0"}   | {"places":0}
                    {"places":"0"}   | {"reason":"PARTY_UNKNOWN"}
                    """)
    void givesNoPlaceToADestructionThatIsNotFoundByWhatItSays(String before, String after) {
        destruction(new String(
                CanonicalJson.bytes(StoredEntry.json(TOLD.replace(before, after).getBytes(StandardCharsets.UTF_8))),
                StandardCharsets.UTF_8));

        assertNoPlace();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry_id = gen_random_uuid()",
                "recorded_at = recorded_at - interval '1 s'",
                "transfer_id = gen_random_uuid()",
                "sender = '00000099000000001100'",
                "reason = 'PARTY_UNKNOWN'",
                "seed = sha256('x')",
                "subjects = array[gen_random_uuid()]"
            })
    void givesNoPlaceToADestructionThatIsFiledOtherwise(String change) {
        destruction(TOLD);
        owner.sql("update log_pending set " + change).update();

        assertNoPlace();
    }

    /** Else no honest destruction of what comes behind it could be believed any more. */
    @Test
    void givesNoPlaceToADestructionOfATimeThatHasNotComeByTheClockOfTheGateway() {
        told(Instant.now().plus(Duration.ofMinutes(6)));

        assertNoPlace();
    }

    @Test
    void givesADestructionItsPlaceWhereTheClockOfTheDatabaseIsALittleAhead() {
        told(Instant.now().plus(Duration.ofMinutes(4)));

        committer().sweepSoon();

        Awaitility.await().until(() -> count("transfer_log") == 1);
    }

    private void told(Instant at) {
        Instant micros = at.truncatedTo(ChronoUnit.MICROS);
        destruction(TOLD.replace("2025-11-22T10:00:00.000001Z", micros.toString()));
        owner.sql("update log_pending set recorded_at = cast(? as timestamptz)")
                .param(micros.toString())
                .update();
    }

    @Test
    void givesADestructionItsPlace() {
        destruction(TOLD);

        committer().sweepSoon();

        Awaitility.await().until(() -> count("transfer_log") == 1);
        assertThat(count("log_pending")).isZero();
    }

    private void assertNoPlace() {
        pending(LogKind.CONSENT);
        committer().sweepSoon();
        Awaitility.await().until(() -> count("log_pending") == 1);
        assertThat(owner.sql("select kind from transfer_log")
                        .query(String.class)
                        .list())
                .containsExactly("CONSENT");
        assertThat(new ForgedEvents(owner, SomeMark.OURS).any(Instant.now())).isTrue();
    }

    private void destruction(String entry) {
        owner.sql("insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " select '00000000-0000-0000-0000-000000000001', '2025-11-22T10:00:00.000001Z', 'DESTRUCTION', e,"
                        + " sha256(e), '{}' from convert_to(?, 'UTF8') as e")
                .param(entry)
                .update();
    }

    @Test
    void beginsANewShardWhenTheDatabaseWentAwayAndGoesOnByItself() {
        Committer committer = committer();
        committer.append(SomeAppending.of(ids.next(), NOW));
        JdbcClient.create(database.asApplication())
                .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and usename = current_user and pid <> pg_backend_pid()")
                .query()
                .listOfRows();

        Awaitility.await()
                .ignoreExceptions()
                .until(() -> committer.append(SomeAppending.of(ids.next(), NOW)) == Outcome.WRITTEN);

        assertThat(count("transfer_log")).isEqualTo(2);
    }

    /** Somebody with the password of the gateway writes into its shard; it leaves that to the alarm and begins another. */
    @Test
    void goesOnInANewShardWhenSomebodyElseWroteIntoItsOwn() {
        Committer committer = committer();
        committer.append(SomeAppending.of(ids.next(), NOW));
        JdbcClient.create(database.asApplication())
                .sql("select append_log_batch(shard, 1, 1, now(), hash, sha256('x'), sha256('x'))::text from log_batch")
                .query()
                .singleRow();

        assertThat(together(8, number -> committer.append(SomeAppending.of(ids.next(), NOW))))
                .containsOnly(Outcome.WRITTEN);
        assertThat(count("transfer_log")).isEqualTo(9);
        assertThat(owner.sql("select count(distinct shard) from transfer_log")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void givesEventsTheirPlaceInANewShardWhenSomebodyElseWroteIntoItsOwn() {
        ShardWriter writer = writer(database.asApplication());
        writer.write(List.of(SomeAppending.of(ids.next(), NOW)));
        JdbcClient.create(database.asApplication())
                .sql("select append_log_batch(shard, 1, 1, now(), hash, sha256('x'), sha256('x'))::text from log_batch")
                .query()
                .singleRow();
        pending(LogKind.CONSENT);

        assertThat(writer.sweep(10, 0)).isOne();
        assertThat(count("log_pending")).isZero();
    }

    private Committer committer() {
        return start(new Committer(writer(database.asApplication()), Committer.Bounds.DEFAULT));
    }

    private Committer start(Committer committer) {
        committer.start();
        committers.add(committer);
        return committer;
    }

    private static Committer.Bounds bounds(int queue, Duration patience) {
        return new Committer.Bounds(queue, 256, patience, Duration.ofMillis(1));
    }

    private static ShardWriter writer(DataSource source) {
        return new ShardWriter(
                LogTables.of(JdbcClient.create(source), SomeMark.OURS),
                new SomeLog.NoOutbox(),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                Clock.systemUTC());
    }

    private static <T> List<T> together(int calls, IntFunction<T> call) {
        return IntStream.range(0, calls).mapToObj(number -> Threads.start(() -> call.apply(number))).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static Object outcomeOf(Supplier<Outcome> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            return e;
        }
    }

    private List<Long> positions() {
        return owner.sql("select position from transfer_log order by position")
                .query(Long.class)
                .list();
    }

    private long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }
}
