package nl.sluiswachter.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.sql.DataSource;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseGuardTest {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void acceptsTheApplicationRole() {
        DatabaseGuard guard = new DatabaseGuard(JdbcClient.create(database.asApplication()));

        assertThatCode(guard::check).doesNotThrowAnyException();
    }

    @Test
    void refusesTheRoleThatOwnsTheLog() {
        DatabaseGuard guard = new DatabaseGuard(JdbcClient.create(database.asOwner()));

        assertThatThrownBy(guard::check)
                .isInstanceOf(StartRefused.class)
                .hasMessage("The database cannot be used: the role of spring.datasource.username owns the transfer log;"
                        + " the role of spring.datasource.username may change or delete log entries.");
    }

    @Test
    void refusesARoleThatMayDeleteOneLogEntry() {
        JdbcClient.create(database.asOwner())
                .sql("grant delete on transfer_log_subject to public")
                .update();
        DatabaseGuard guard = new DatabaseGuard(JdbcClient.create(database.asApplication()));

        assertThatThrownBy(guard::check).hasMessageContaining("may change or delete log entries");
    }

    @Test
    void namesEveryFault() {
        DatabaseGuard.State worst = new DatabaseGuard.State(true, true, true, true, true, true, true);

        assertThat(worst.faults())
                .containsExactly(
                        "it is older than PostgreSQL 15",
                        "fsync is off",
                        "synchronous_commit is off",
                        "full_page_writes is off",
                        "the role of spring.datasource.username is a superuser or may create roles",
                        "the role of spring.datasource.username owns the transfer log",
                        "the role of spring.datasource.username may change or delete log entries");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant delete on transfer_log_other to public",
                "grant truncate on transfer_log_subject_other to public",
                "grant update (entry) on transfer_log to public",
                "grant delete on log_pending to public",
                "grant update (next_position) on log_progress to public"
            })
    void refusesARoleThatMayChangeAPartOfTheLog(String grant) {
        JdbcClient.create(database.asOwner()).sql(grant).update();
        DatabaseGuard guard = new DatabaseGuard(JdbcClient.create(database.asApplication()));

        assertThatThrownBy(guard::check).hasMessageContaining("may change or delete log entries");
    }

    /** Each of these counts for new sessions without a restart of the server. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter database %1$s set synchronous_commit = off",
                "alter role %2$s in database %1$s set synchronous_commit = off",
                "alter database %1$s set synchronous_commit = no"
            })
    void seesThatCommitsDoNotWait(String setting) {
        Map<String, String> settings = database.settings();
        JdbcClient.create(database.asSuperuser())
                .sql(setting.formatted(
                        database.url().replaceAll(".*/", ""), settings.get("spring.datasource.username")))
                .update();
        DatabaseGuard guard = new DatabaseGuard(JdbcClient.create(database.asApplicationWith("")));

        assertThatThrownBy(guard::check).hasMessageContaining("synchronous_commit is off");
    }

    @Test
    void seesThatThePoolAsksForCommitsThatDoNotWait() {
        DataSource pool = database.asApplicationWith("-c synchronous_commit=off");

        assertThatThrownBy(new DatabaseGuard(JdbcClient.create(pool))::check)
                .hasMessage("The database cannot be used: synchronous_commit is off.");
    }

    @Test
    void refusesAServerThatDoesNotFlushOrCanLeaveTornPages() {
        try (TestServer careless = TestServer.start()) {
            careless.startAgainWith("fsync=off", "full_page_writes=off");
            TestDatabase on = TestDatabase.createOn(careless);
            DatabaseGuard guard = new DatabaseGuard(JdbcClient.create(on.asApplication()));

            assertThatThrownBy(guard::check)
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("The database cannot be used: fsync is off; full_page_writes is off.");
        }
    }
}
