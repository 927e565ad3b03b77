package nl.sluiswachter.transferlog.retention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Places and lifts holds; each is an entry of the log, written in the same transaction. */
public final class Holds {

    private final HoldTable table;
    private final EventLog log;
    private final TransactionOperations transactions;
    private final IdSource ids;

    public Holds(JdbcClient jdbc, EventLog log, TransactionOperations transactions, IdSource ids) {
        this.table = new HoldTable(jdbc);
        this.log = log;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** From here on nothing of this scope is destroyed. */
    public Hold place(Oin by, Hold.Ground ground, String reference, Hold.Scope scope) {
        UUID id = ids.next();
        return transactions.execute(status -> {
            table.insert(id, by, ground, reference, scope);
            Hold hold = table.find(id).orElseThrow();
            tell("PLACED", hold, by, reference);
            return hold;
        });
    }

    /** A week from now it holds no more; a second time changes nothing. Empty when there is no such hold. */
    public Optional<Hold> lift(UUID id, Oin by, String reference) {
        return transactions.execute(status -> {
            if (table.find(id).isPresent() && table.lift(id, by, reference)) {
                tell("LIFTED", table.find(id).orElseThrow(), by, reference);
            }
            return table.find(id);
        });
    }

    /** Those that hold now, the newest first, 1,000 at most; also those lifted less than a week ago. */
    public List<Hold> inForce() {
        return table.inForce();
    }

    private void tell(String action, Hold hold, Oin by, String reference) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("holdId", hold.id().toString());
        detail.put("action", action);
        detail.put("ground", hold.ground().name());
        detail.put("reference", reference);
        detail.put("scope", hold.scope().name());
        if (hold.scope() instanceof Hold.Timespan period) {
            period.exchangeType().ifPresent(type -> detail.put("exchangeType", type));
            period.from().ifPresent(moment -> detail.put("from", moment.toString()));
            period.until().ifPresent(moment -> detail.put("until", moment.toString()));
        }
        Optional<UUID> transfer = hold.scope() instanceof Hold.Transfer one ? Optional.of(one.id()) : Optional.empty();
        log.append(new LogEntry(LogKind.HOLD, transfer, Optional.of(by), detail, HoldTable.subjects(hold.scope())));
    }
}
