package nl.sluiswachter.console.session;

import org.springframework.session.SessionRepository;

/**
 * The same sessions, for what a page that is left open asks by itself: that is no use of a session, or work of hours would keep it
 * alive for hours beside an empty chair.
 */
record WatchedSessions(SealedSessions sessions) implements SessionRepository<ConsoleSession> {

    @Override
    public ConsoleSession createSession() {
        return sessions.createSession();
    }

    @Override
    public void save(ConsoleSession session) {
        if (session.isChanged()) {
            sessions.save(session);
        }
    }

    @Override
    public ConsoleSession findById(String id) {
        return sessions.findById(id);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }
}
