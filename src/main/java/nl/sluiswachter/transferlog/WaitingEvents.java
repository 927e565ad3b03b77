package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What gateways wrote that has no place in the log yet, for whoever must know of it before. Who reads what has one too reads this
 * first: an event that gets its place meanwhile is then in both, and has the same {@code entryId} there.
 */
public final class WaitingEvents {

    private final PendingTable pending;

    public WaitingEvents(JdbcClient jdbc, LogMark mark) {
        this.pending = new PendingTable(jdbc, mark);
    }

    /** What the entries of a kind say, in the order in which they were made. {@link ForgedEvents} tells of those passed over. */
    public List<JsonNode> of(LogKind kind) {
        return pending.marked(kind).stream()
                .map(row -> StoredEntry.json(row.content().entry()))
                .toList();
    }
}
