package nl.sluiswachter.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody can and cannot do who has nothing but the password of the running gateway's role. */
class RightsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final JdbcClient application = JdbcClient.create(DATABASE.asApplication());
    private final UUID id = UUID.randomUUID();

    @Test
    void cannotReviveAWithdrawnConsent() {
        run("insert into consent values (:id, :id, null, 'x', now(), '{}')");
        run(event(1, "GIVEN", "null"));
        run(event(2, "WITHDRAWN", "'GIVEN'"));

        refuses(event(3, "GIVEN", "'WITHDRAWN'"), "consent_event_step");
        refuses(event(3, "GIVEN", "'REQUESTED'"), "violates foreign key constraint");
        refuses(event(3, "WITHDRAWN", "'WITHDRAWN'"), "consent_event_step");
    }

    @Test
    void cannotReviveAnEndedFact() {
        run("insert into fact values (:id, 'RESTRICTION', :id, null, null, '{}', now(), null, 'x', now())");
        run("insert into fact_event values (:id, 1, 'RECORDED', now(), 'x'), (:id, 2, 'ENDED', now(), 'x')");

        refuses("insert into fact_event values (:id, 3, 'RECORDED', now(), 'x')", "violates check constraint");
    }

    @Test
    void cannotHaveAnEventPlacedUnderTheHashOfAnother() {
        refuses(
                "insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " values (:id, now(), 'FACT', 'entry', sha256('other'), '{}')",
                "violates check constraint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repeat('x', 1048577), '{}'::uuid[]",
                "'entry', array[null]::uuid[]",
                "'entry', array_fill(gen_random_uuid(), array[1001])"
            })
    void cannotLeaveAnEventThatNoInstanceCanPlace(String row) {
        refuses(
                "insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " select :id, now(), 'FACT', e, sha256(e), subjects"
                        + " from (select convert_to(e, 'UTF8') e, subjects from (select " + row
                        + ") as x (e, subjects)) as y",
                "violates check constraint");
    }

    @Test
    void cannotLetAnEventDisappearBeforeItHasItsPlace() {
        int shard = shard();
        run("insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                + " values (:id, now(), 'FACT', 'entry', sha256('entry'), '{}')");

        refuses("delete from log_pending where entry_id = :id", "permission denied");
        refuses(
                "insert into log_pending (entry_id, recorded_at, written_at, kind, entry, entry_hash, subjects)"
                        + " values (gen_random_uuid(), now(), '2100-01-01', 'FACT', 'entry', sha256('entry'), '{}')",
                "permission denied");
        run("insert into transfer_log (shard, position, entry_id, recorded_at, kind, entry, entry_hash) select " + shard
                + ", 0, entry_id, recorded_at, kind, entry, entry_hash from log_pending where entry_id = :id");
        assertThat(forgotten(shard)).as("an entry in no batch has no leaf").isZero();
        call(batch(shard, 0, 0, "NONE", "sha256('batch')"));
        assertThat(forgotten(shard)).isOne();
    }

    private int forgotten(int shard) {
        return application
                .sql("select forget_placed_log_events(?, 0, 0)")
                .param(shard)
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESTRUCTION", "ARCHIVE"})
    void cannotTellOfADestructionThatNeverWas(String kind) {
        refuses(
                "insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects) values (:id, now(), '"
                        + kind + "', 'entry', sha256('entry'), '{}')",
                "only the owner of the log tells");
        refuses(
                "insert into transfer_log (shard, position, entry_id, recorded_at, kind, entry, entry_hash)"
                        + " values (1, 0, :id, now(), '" + kind + "', 'entry', sha256('entry'))",
                "only the owner of the log tells");
    }

    @Test
    void cannotWriteABatchThatDoesNotFollowOnTheOneBefore() {
        int shard = shard();
        call(batch(shard, 0, 0, "NONE", "sha256('batch')"));

        for (String other : List.of(
                batch(shard, 1, 1, "sha256('other')", "sha256('x')"),
                batch(shard, 2, 2, "sha256('batch')", "sha256('x')"),
                batch(shard, 0, 5, "sha256('batch')", "sha256('x')"))) {
            assertThatThrownBy(() -> call(other)).rootCause().hasMessageContaining("a batch follows on the one before");
        }
        call(batch(shard, 1, 1, "sha256('batch')", "sha256('x')"));
    }

    @Test
    void cannotSayThatEntriesHaveLeavesWhichHaveNone() {
        int shard = shard();
        call(batch(shard, 0, 0, "NONE", "sha256('batch')"));

        for (String progress : List.of("array[1], array[sha256('batch')]", "array[2], array[sha256('x')]")) {
            assertThatThrownBy(() -> call("advance_log_progress(array[" + shard + "], " + progress + ")"))
                    .rootCause()
                    .hasMessageContaining("the tree has not come so far");
        }
    }

    @Test
    void cannotWriteABatchWiderThanTheIntegratorReads() {
        String wide = batch(shard(), 0, 1024, "NONE", "sha256('x')");

        assertThatThrownBy(() -> call(wide)).rootCause().hasMessageContaining("violates check constraint");
    }

    private int shard() {
        return application
                .sql("insert into log_shard (started_at) values (now()) returning shard")
                .query(Integer.class)
                .single();
    }

    private static String batch(int shard, int first, int last, String previous, String hash) {
        String before = previous.equals("NONE") ? "decode(repeat('00', 32), 'hex')" : previous;
        return "append_log_batch(%d, %d, %d, now(), %s, %s, decode(repeat('00', %d), 'hex'))"
                .formatted(shard, first, last, before, hash, 32 * (last - first + 1));
    }

    private void call(String function) {
        application.sql("select " + function + "::text").query().listOfRows();
    }

    /** A role may change its own settings; what belongs to the log waits for the disk all the same. */
    @Test
    void cannotHaveTheLogWrittenWithoutWaitingForTheDisk() {
        assertThat(application
                        .sql("with careless as materialized (select set_config('synchronous_commit', 'off', true)),"
                                + " shard as (insert into log_shard (started_at) select now() from careless returning shard),"
                                + " batch as materialized (select append_log_batch(shard, 0, 0, now(),"
                                + " decode(repeat('00', 32), 'hex'), sha256('x'), sha256('x'))::text as done from shard)"
                                + " select current_setting('synchronous_commit') from batch where done is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into log_batch values (1, 0, 0, now(), now(), sha256(''), sha256(''))",
                "insert into log_progress values (1, 9, sha256(''))",
                "update log_progress set next_position = 9",
                "update log_alarm set closed_at = now(), closed_why = 'x'",
                "delete from log_alarm",
                "delete from log_checkpoint",
                "update log_witness_alarm set closed_at = now(), closed_why = 'x'"
            })
    void cannotQuietWhatTheLogSaysOfItself(String sql) {
        refuses(sql, "permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transfer_id",
                "sender",
                "receiver",
                "sender_capacity",
                "receiver_capacity",
                "exchange_type",
                "purpose",
                "push",
                "consents",
                "created_at",
                "expires_at"
            })
    void cannotChangeWhatTheReceiverReadsOfAMessage(String column) {
        refuses("update delivery set " + column + " = " + column, "permission denied");
    }

    @Test
    void cannotMakeTemporaryTables() {
        TestDatabase fresh = TestDatabase.createEmpty();
        Flyway.configure()
                .dataSource(fresh.asOwner())
                .placeholders(Map.of("app", fresh.settings().get("spring.datasource.username")))
                .load()
                .migrate();

        assertThat(JdbcClient.create(fresh.asApplication())
                        .sql("select has_database_privilege(current_database(), 'temporary')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    /** With the state it says to come from. */
    private static String event(int position, String state, String from) {
        return "insert into consent_event (consent_id, position, state, at, by_oin, detail, from_state, from_at) values (:id, "
                + position + ", '" + state + "', '2026-11-20T10:00:00Z', 'x', "
                + (state.equals("GIVEN") ? "'{\"givenAt\":\"x\"}'" : "'{}'") + ", " + from + ", "
                + (position == 1 ? "null" : "'2026-11-20T10:00:00Z'") + ")";
    }

    private void run(String sql) {
        application.sql(sql).param("id", id).update();
    }

    private void refuses(String sql, String why) {
        assertThatThrownBy(() -> run(sql)).rootCause().hasMessageContaining(why);
    }
}
