package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes events other than decisions to the transfer log. */
public final class JdbcEventLog implements EventLog {

    private static final int FORMAT = 1;

    private final PendingTable pending;
    private final Runnable written;
    private final IdSource ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** For a program that appends and does not place: a running instance does that. */
    public JdbcEventLog(JdbcClient jdbc, LogMark mark, IdSource ids, Clock clock) {
        this(jdbc, mark, () -> {}, ids, clock);
    }

    /** @param written is told when an entry is durable */
    JdbcEventLog(JdbcClient jdbc, LogMark mark, Runnable written, IdSource ids, Clock clock) {
        this.pending = new PendingTable(jdbc, mark);
        this.written = written;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void append(LogEntry event) {
        UUID entryId = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<byte[]> seed = event.subjects().isEmpty() ? Optional.empty() : Optional.of(Commitments.seed(random));
        byte[] entry = CanonicalJson.bytes(content(event, entryId, now, seed));
        pending.insert(new EntryRow(
                entryId,
                now,
                event.kind(),
                event.transferId(),
                event.party().map(Oin::value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Stream.ofNullable(event.detail().get("reason")).toList(),
                seed,
                Content.of(entry),
                event.subjects().stream()
                        .distinct()
                        .map(key -> new EntryRow.Subject("", key))
                        .toList(),
                EntryRow.Handles.NONE));
        whenDurable();
    }

    private void whenDurable() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            written.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                written.run();
            }
        });
    }

    private static ObjectNode content(LogEntry event, UUID entryId, Instant now, Optional<byte[]> seed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.put("entryId", entryId.toString());
        json.put("recordedAt", now.toString());
        json.put("kind", event.kind().name());
        event.transferId().ifPresent(id -> json.put("transferId", id.toString()));
        event.party().ifPresent(oin -> json.put("party", oin.value()));
        ObjectNode detail = json.putObject("detail");
        new TreeMap<>(event.detail()).forEach(detail::put);
        seed.ifPresent(bytes -> json.set(
                "commitments",
                new Commitments(bytes)
                        .subject("", event.subjects().stream().distinct().toList())
                        .toJson()));
        return json;
    }
}
