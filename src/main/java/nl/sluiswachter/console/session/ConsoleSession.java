package nl.sluiswachter.console.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session in memory that knows whether it has to be written again. */
final class ConsoleSession implements Session {

    private final MapSession held;
    private String writtenId;
    private boolean changed;
    private Instant written;

    /** @param written when it was last written; null for never */
    ConsoleSession(MapSession held, Instant written) {
        this.held = held;
        this.writtenId = held.getId();
        this.written = written;
        this.changed = written == null;
    }

    boolean isNew() {
        return written == null;
    }

    boolean isChanged() {
        return changed;
    }

    /** Whether its last use was written so long ago that it should be again. */
    boolean isStale(Duration after) {
        return written == null || held.getLastAccessedTime().isAfter(written.plus(after));
    }

    void wasWritten() {
        changed = false;
        writtenId = held.getId();
        written = held.getLastAccessedTime();
    }

    /** The id under which it was read or written last. */
    String writtenId() {
        return writtenId;
    }

    @Override
    public String getId() {
        return held.getId();
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return held.changeSessionId();
    }

    @Override
    public <T> T getAttribute(String name) {
        return held.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return held.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        changed = true;
        held.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        changed = true;
        held.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return held.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant moment) {
        held.setLastAccessedTime(moment);
    }

    @Override
    public Instant getLastAccessedTime() {
        return held.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        held.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return held.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return held.isExpired();
    }
}
