package nl.sluiswachter.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What tests may count on, who take a session for a new one. */
class KeptSessionsTest {

    private final DataSource sessions = TestDatabase.create().asApplication();

    @Test
    void handsOnASessionWithNothingOfItsLastUser() throws SQLException {
        String first;
        try (Connection session = sessions.getConnection()) {
            first = tells(session, "select pg_backend_pid()");
            tells(session, "select pg_advisory_lock(7)");
            tells(session, "select set_config('search_path', 'nowhere', false)");
            session.setReadOnly(true);
        }

        try (Connection session = sessions.getConnection()) {
            assertThat(tells(session, "select pg_backend_pid()")).isEqualTo(first);
            assertThat(tells(session, "select count(*) from pg_locks where locktype = 'advisory' and pid = " + first))
                    .isEqualTo("0");
            assertThat(tells(session, "show search_path")).isEqualTo("\"$user\", public");
            assertThat(tells(session, "show transaction_read_only")).isEqualTo("off");
            assertThat(session.isReadOnly()).isFalse();
        }
    }

    @Test
    void rollsBackWhatWasNotCommitted() throws SQLException {
        try (Connection session = sessions.getConnection()) {
            session.setAutoCommit(false);
            tells(
                    session,
                    "insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                            + " values (gen_random_uuid(), now(), 'FACT', '{}', sha256('{}'), '{}') returning 1");
        }

        try (Connection session = sessions.getConnection()) {
            assertThat(session.getAutoCommit()).isTrue();
            assertThat(tells(session, "select count(*) from log_pending")).isEqualTo("0");
        }
    }

    @Test
    void opensAnotherWhereTheKeptOneWasEnded() throws SQLException {
        String first = pid();
        try (Connection one = sessions.getConnection();
                Connection two = sessions.getConnection()) {
            assertThat(tells(one, "select pg_backend_pid()")).isEqualTo(first);
            tells(two, "select pg_terminate_backend(" + first + ", 5000)");
        }

        assertThat(pid()).isNotEqualTo(first);
    }

    @Test
    void letsNobodyUseASessionThatWasGivenBack() throws SQLException {
        Connection session = sessions.getConnection();
        session.close();
        session.close();

        assertThat(session.isClosed()).isTrue();
        assertThatThrownBy(session::createStatement).hasMessage("This session was given back");
        try (Connection one = sessions.getConnection();
                Connection two = sessions.getConnection()) {
            assertThat(tells(one, "select pg_backend_pid()")).isNotEqualTo(tells(two, "select pg_backend_pid()"));
        }
    }

    private String pid() throws SQLException {
        try (Connection session = sessions.getConnection()) {
            return tells(session, "select pg_backend_pid()");
        }
    }

    private static String tells(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
