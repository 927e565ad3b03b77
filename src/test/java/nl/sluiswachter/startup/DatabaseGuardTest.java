package nl.sluiswachter.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.sluiswachter.support.TestDatabase;
import org.junit.jupiter.api.Test;
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

    @Test
    void seesThatCommitsDoNotWait() {
        JdbcClient.create(database.asOwner())
                .sql("alter database " + database.url().replaceAll(".*/", "") + " set synchronous_commit = off")
                .update();
        DatabaseGuard guard = new DatabaseGuard(JdbcClient.create(database.asApplication()));

        assertThatThrownBy(guard::check).hasMessageContaining("synchronous_commit is off");
    }
}
