package nl.sluiswachter.transferlog;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that wait for a place in the log and that no gateway wrote: they get none, and wait until somebody looks into it. */
public final class ForgedEvents {

    /** Looked at: one that gets no place is soon among those that wait longest. */
    private static final int MOST = 256;

    private final PendingTable pending;

    public ForgedEvents(JdbcClient jdbc, LogMark mark) {
        this.pending = new PendingTable(jdbc, mark);
    }

    /**
     * Whether there is one.
     *
     * @param now by the clock of the gateway
     */
    public boolean any(Instant now) {
        return pending.hasForged(MOST, now);
    }
}
