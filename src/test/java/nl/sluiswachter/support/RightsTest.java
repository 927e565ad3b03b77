package nl.sluiswachter.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
