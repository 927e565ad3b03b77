package nl.sluiswachter.drill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import nl.sluiswachter.support.TestDatabase;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Stops whoever comes to one statement, or to the commit, of a transaction; made of a trigger and a lock. */
final class Brake implements AutoCloseable {

    private static final String TRIGGER =
            """
            create function brake() returns trigger language plpgsql as
              $$ begin perform pg_advisory_xact_lock_shared(4711); return null; end $$;
            """;
    private static final String STOPPED =
            """
            select a.pid, a.application_name as node from pg_locks l join pg_stat_activity a using (pid)
             where l.locktype = 'advisory' and l.objid = 4711 and not l.granted
               and l.database = (select oid from pg_database where datname = current_database())
            """;

    private final JdbcClient superuser;
    private final SingleConnectionDataSource session;

    /** @param where {@code before insert on <table>} or the like; {@code commit of <table>} for transactions that add to it */
    Brake(TestDatabase database, String where) {
        superuser = JdbcClient.create(database.asSuperuser());
        superuser.sql(TRIGGER + trigger(where)).update();
        try {
            Connection connection = database.asSuperuser().getConnection();
            session = new SingleConnectionDataSource(connection, true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String trigger(String where) {
        return where.startsWith("commit of ")
                ? "create constraint trigger brake after insert on " + where.substring("commit of ".length())
                        + " deferrable initially deferred for each row execute function brake()"
                : "create trigger brake " + where + " for each statement execute function brake()";
    }

    /** Somebody who stands still. */
    record Stopped(int pid, String node) {}

    /** From now on nobody passes; who is past it may end. */
    void pull() {
        lock("pg_advisory_lock");
    }

    /** Waits until somebody stands still. */
    Stopped await() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(this::stopped, stopped -> !stopped.isEmpty())
                .get(0);
    }

    private List<Stopped> stopped() {
        return superuser.sql(STOPPED).query(Stopped.class).list();
    }

    /** Ends the session of somebody. */
    void end(Stopped stopped) {
        superuser
                .sql("select pg_terminate_backend(?, 5000)")
                .param(stopped.pid())
                .query(Boolean.class)
                .single();
    }

    /** Lets everybody go on. */
    void release() {
        lock("pg_advisory_unlock");
    }

    private void lock(String function) {
        JdbcClient.create(session)
                .sql("select " + function + "(4711)::text")
                .query()
                .listOfRows();
    }

    @Override
    public void close() {
        session.destroy();
    }
}
