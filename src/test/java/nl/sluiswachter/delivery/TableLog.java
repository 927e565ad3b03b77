package nl.sluiswachter.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes entries to the real table; its hash is not the log's, which no test of deliveries looks at. */
final class TableLog implements EventLog {

    private static final String INSERT =
            """
            insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, entry, entry_hash)
            values (1, :position, :id, :at, :kind, :transfer, :entry, sha256(:entry))
            """;

    private static final AtomicLong POSITION = new AtomicLong();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final IdSource ids = new UuidV7(Clock.systemUTC());

    TableLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void append(LogEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An entry belongs in the transaction of what it tells");
        }
        String text = new TreeMap<>(entry.detail())
                + entry.party().map(oin -> " by " + oin).orElse("");
        jdbc.sql(INSERT)
                .param("position", POSITION.getAndIncrement())
                .param("id", ids.next())
                .param("at", Timestamps.of(clock.instant()))
                .param("kind", entry.kind().name())
                .param("transfer", entry.transferId().orElse(null))
                .param("entry", text.getBytes(StandardCharsets.UTF_8))
                .update();
    }

    /** Kind and details of everything told of a transfer, in order. */
    List<String> of(UUID transfer) {
        return jdbc.sql(
                        "select kind || ' ' || convert_from(entry, 'UTF8') from transfer_log where transfer_id = :id order by entry_id")
                .param("id", transfer)
                .query(String.class)
                .list();
    }
}
