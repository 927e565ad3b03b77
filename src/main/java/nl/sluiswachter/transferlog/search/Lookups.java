package nl.sluiswachter.transferlog.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down who looked into the log: before the answer, because what was not written down was not looked up. */
public final class Lookups {

    private final EventLog log;
    private final TransactionOperations transactions;

    Lookups(EventLog log, TransactionOperations transactions) {
        this.log = log;
        this.transactions = transactions;
    }

    /** The same of each, all or none. */
    public void record(List<Lookup> lookups) {
        transactions.executeWithoutResult(status -> lookups.forEach(this::record));
    }

    /** Durable when it returns; whom it was about stands in the entry as a commitment only. */
    public void record(Lookup lookup) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("call", lookup.call());
        detail.put("ground", lookup.ground().name());
        lookup.officer().ifPresent(officer -> detail.put("officer", officer));
        lookup.reference().ifPresent(reference -> detail.put("reference", reference));
        detail.put("asked", String.join(" ", lookup.asked()));
        log.append(new LogEntry(
                LogKind.LOOKUP,
                lookup.transferId(),
                Optional.of(lookup.by()),
                detail,
                lookup.subject().keys()));
    }

    /** Durable when it returns; besides the look-up, for who asks what left the gateway. Says nothing of whom it is about. */
    public void record(Export export) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("what", export.form().name());
        detail.put("withSubjects", Boolean.toString(export.form().hasSubjects()));
        export.officer().ifPresent(officer -> detail.put("officer", officer));
        export.entries().ifPresent(entries -> detail.put("entries", entries.toString()));
        log.append(new LogEntry(LogKind.EXPORT, Optional.empty(), Optional.of(export.by()), detail, List.of()));
    }
}
