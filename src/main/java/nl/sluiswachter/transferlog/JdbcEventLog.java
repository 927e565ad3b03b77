package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes events other than decisions to the transfer log. */
public final class JdbcEventLog implements EventLog {

    private static final int FORMAT = 1;

    private final LogTable log;
    private final IdSource ids;
    private final Clock clock;

    public JdbcEventLog(JdbcClient jdbc, IdSource ids, Clock clock) {
        this.log = new LogTable(jdbc);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void append(LogEntry event) {
        UUID entryId = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] entry = CanonicalJson.bytes(content(event, entryId, now));
        LogTable.Row row = new LogTable.Row(
                entryId,
                now.atOffset(ZoneOffset.UTC),
                event.kind(),
                event.transferId().orElse(null),
                event.party().map(Oin::value).orElse(null),
                null,
                null,
                null,
                event.detail().get("reason"));
        log.insert(row, entry, Sha256.of(entry));
        event.subjects().stream().distinct().forEach(key -> log.insertSubject(entryId, "", key));
    }

    private static ObjectNode content(LogEntry event, UUID entryId, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.put("entryId", entryId.toString());
        json.put("recordedAt", now.toString());
        json.put("kind", event.kind().name());
        event.transferId().ifPresent(id -> json.put("transferId", id.toString()));
        event.party().ifPresent(oin -> json.put("party", oin.value()));
        ObjectNode detail = json.putObject("detail");
        new TreeMap<>(event.detail()).forEach(detail::put);
        return json;
    }
}
