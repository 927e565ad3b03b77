package nl.sluiswachter.transferlog;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import nl.sluiswachter.transfer.Outgoing;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/** Writes batches into the shard of this instance, each in one transaction. Used by one thread at a time. */
final class ShardWriter {

    private final LogTables tables;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Clock clock;

    /** Null when it is not certain what the last transaction left behind: then a new shard begins. */
    private Shard shard;
    /** Whether somebody else wrote into the shard, which the last transaction was refused for: then nothing of it is left. */
    private boolean lost;

    ShardWriter(LogTables tables, Outbox outbox, TransactionOperations transactions, Clock clock) {
        this.tables = tables;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes the decisions with all that belongs to them; durable when it returns.
     *
     * @return what became of each, by transfer
     * @throws RuntimeException nothing was written, or the database did not say whether it was
     */
    Map<UUID, Outcome> write(List<Appending> work) {
        Map<UUID, Outcome> outcomes = new HashMap<>();
        inTransaction(
                () -> {
                    List<Appending> rows = rest(work, withoutConsent(work), Outcome.CONSENT_GONE, outcomes);
                    rows = rest(rows, tables.idempotency().insert(rows), Outcome.ANSWERED_BEFORE, outcomes);
                    rows.forEach(row -> outcomes.put(row.transferId(), Outcome.WRITTEN));
                    tables.receipts().insert(rows);
                    tables.images().insert(rows);
                    tables.tasks().insert(rows);
                    outbox.enqueue(
                            rows.stream().flatMap(row -> row.parcel().stream()).toList());
                    return rows.stream().map(Appending::entry).toList();
                },
                (after, entries) -> {});
        return outcomes;
    }

    /** Gives events that wait for one, behind the first so many, a place in the shard, and says how many there were. */
    int sweep(int most, int behind) {
        return inTransaction(() -> tables.pending().oldest(most, behind, clock.instant()), tables.pending()::forget);
    }

    /**
     * Nobody has to suffer for what somebody else wrote into the shard: the same goes into a new one, once.
     *
     * @param placed gets the shard with the entries, and how many they are
     */
    private int inTransaction(Supplier<List<EntryRow>> work, ObjIntConsumer<Shard> placed) {
        lost = false;
        try {
            return once(work, placed);
        } catch (DataIntegrityViolationException e) {
            if (!lost) {
                throw e;
            }
            return once(work, placed);
        }
    }

    private int once(Supplier<List<EntryRow>> work, ObjIntConsumer<Shard> placed) {
        Shard before = shard;
        Shard after = transactions.execute(status -> {
            List<EntryRow> entries = work.get();
            Shard added = add(before, entries);
            if (!entries.isEmpty()) {
                placed.accept(added, entries.size());
            }
            shard = null; // from here on only the commit can tell
            return added;
        });
        shard = after;
        return written(before, after);
    }

    private static int written(Shard before, Shard after) {
        return after == null ? 0 : Math.toIntExact(after.next() - (before == null ? 0 : before.next()));
    }

    private Shard add(Shard before, List<EntryRow> entries) {
        if (entries.isEmpty()) {
            return before;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Shard current = before == null ? tables.shards().open(now) : before;
        return insert(current, entries, now);
    }

    private Shard insert(Shard current, List<EntryRow> entries, Instant now) {
        try {
            return tables.batches().insert(current, entries, now);
        } catch (DataIntegrityViolationException e) {
            if (BatchTable.isOfAnother(e)) {
                lost = true;
                shard = null; // the next batch begins another
            }
            throw e;
        }
    }

    private Set<UUID> withoutConsent(List<Appending> work) {
        List<Outgoing> resting = work.stream()
                .flatMap(row -> row.parcel().stream())
                .map(Parcel::outgoing)
                .filter(outgoing -> !outgoing.consents().isEmpty())
                .toList();
        if (resting.isEmpty()) {
            return Set.of();
        }
        Set<UUID> named = new HashSet<>();
        resting.forEach(outgoing -> named.addAll(outgoing.consents()));
        Set<UUID> given = outbox.holdGiven(named);
        Set<UUID> without = new HashSet<>();
        resting.stream()
                .filter(outgoing -> !given.containsAll(outgoing.consents()))
                .forEach(outgoing -> without.add(outgoing.transferId()));
        return without;
    }

    private static List<Appending> rest(
            List<Appending> rows, Set<UUID> fallen, Outcome outcome, Map<UUID, Outcome> outcomes) {
        List<Appending> rest = new ArrayList<>();
        for (Appending row : rows) {
            if (fallen.contains(row.transferId())) {
                outcomes.put(row.transferId(), outcome);
            } else {
                rest.add(row);
            }
        }
        return rest;
    }
}
