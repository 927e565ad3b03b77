package nl.sluiswachter.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands a session that was given back to whoever asks next, made as new: to open one takes a hundred times as long as most
 * statements. Few are kept, over all databases of the tests.
 */
public final class KeptSessions extends DelegatingDataSource {

    private static final int MOST = 12;
    private static final int PATIENCE_SECONDS = 2;
    private static final String AS_NEW = "discard all";
    private static final Deque<Kept> IDLE = new ArrayDeque<>();

    private record Kept(KeptSessions of, Connection session) {}

    /** @param sessions opens them; always of the same user in the same database, with the same settings */
    public KeptSessions(DataSource sessions) {
        super(sessions);
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (Optional<Kept> kept = take(); kept.isPresent(); kept = take()) {
            Connection session = kept.get().session();
            if (session.isValid(PATIENCE_SECONDS)) {
                return lent(session);
            }
            session.close();
        }
        return lent(super.getConnection());
    }

    private Optional<Kept> take() {
        synchronized (IDLE) {
            for (Iterator<Kept> all = IDLE.descendingIterator(); all.hasNext(); ) {
                Kept kept = all.next();
                if (kept.of() == this) {
                    all.remove();
                    return Optional.of(kept);
                }
            }
            return Optional.empty();
        }
    }

    /** Ends those that nobody uses, so that the database can be copied. */
    void end() throws SQLException {
        for (Optional<Kept> kept = take(); kept.isPresent(); kept = take()) {
            kept.get().session().close();
        }
    }

    private Connection lent(Connection session) {
        return (Connection) Proxy.newProxyInstance(
                KeptSessions.class.getClassLoader(), new Class<?>[] {Connection.class}, new Lent(session)::invoke);
    }

    /** One use of a session, which ends when it is closed. */
    private final class Lent {

        private final Connection session;
        private boolean over;

        private Lent(Connection session) {
            this.session = session;
        }

        private synchronized boolean ends() {
            boolean now = !over;
            over = true;
            return now;
        }

        private Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("close")) {
                if (ends()) {
                    giveBack(session);
                }
                return null;
            }
            if (method.getName().equals("isClosed")) {
                return over || session.isClosed();
            }
            if (over) {
                throw new SQLException("This session was given back");
            }
            try {
                return method.invoke(session, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private void giveBack(Connection session) throws SQLException {
        if (isAsNew(session)) {
            for (Kept tooMany : keep(session)) {
                tooMany.session().close();
            }
        } else {
            session.close();
        }
    }

    private List<Kept> keep(Connection session) {
        synchronized (IDLE) {
            IDLE.addLast(new Kept(this, session));
            return IDLE.size() > MOST ? List.of(IDLE.removeFirst()) : List.of();
        }
    }

    private static boolean isAsNew(Connection session) {
        try (Statement statement = session.createStatement()) {
            if (!session.getAutoCommit()) {
                session.rollback();
                session.setAutoCommit(true);
            }
            if (session.isReadOnly()) {
                session.setReadOnly(false);
            }
            statement.execute(AS_NEW);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
