package nl.sluiswachter.transferlog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.support.MovableClock;
import nl.sluiswachter.transfer.Decided;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Instances that write entries, each in its own shard, for tests of what reads them. */
public final class SomeShards {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private static final int MOST = 500;

    private final UuidV7 ids = new UuidV7(Clock.systemUTC());
    private final MovableClock clock = new MovableClock(AT);
    private final List<ShardWriter> shards = new ArrayList<>();

    /** @param source of the application role */
    public SomeShards(DataSource source, int number) {
        for (int i = 0; i < number; i++) {
            shards.add(new ShardWriter(
                    LogTables.of(JdbcClient.create(source), SomeMark.OURS),
                    new SomeLog.NoOutbox(),
                    new TransactionTemplate(new JdbcTransactionManager(source)),
                    clock));
        }
    }

    /** Writes one batch of so many entries into a shard, counted from 0. */
    public void write(int shard, int entries) {
        shards.get(shard)
                .write(IntStream.range(0, entries)
                        .mapToObj(number -> SomeAppending.of(ids.next(), AT))
                        .toList());
    }

    /** Gives a place to the events that wait for one. */
    public void sweep(int shard) {
        shards.get(shard).sweep(100, 0);
    }

    /** Writes an entry that is filed as a decision and does not say that it is one. */
    public void file(int shard, UUID transfer) {
        shards.get(shard).write(List.of(SomeAppending.filedAsDecision(transfer, AT)));
    }

    /** Writes an entry of these bytes, whatever they are. */
    public void write(int shard, byte[] entry) {
        shards.get(shard).write(List.of(SomeAppending.of(ids.next(), AT, entry)));
    }

    /** Writes the decision on a transfer about one person. */
    public void decide(int shard, UUID transfer, SubjectKey subject) {
        decide(shard, transfer, subject, AT);
    }

    /** Writes the decision on a transfer about one person, as of some moment. */
    public void decide(int shard, UUID transfer, SubjectKey subject, Instant at) {
        shards.get(shard).write(List.of(SomeAppending.about(transfer, at, subject)));
    }

    /** Writes the refusal of a transfer for these reasons, as of some moment. */
    public void refuse(int shard, UUID transfer, LogKind kind, Instant at, List<String> reasons) {
        shards.get(shard).write(List.of(SomeAppending.refused(transfer, at, kind, reasons)));
    }

    /** Writes decisions that were taken, each on a transfer of its own. */
    public void write(int shard, Stream<Decided> decisions) {
        List<Appending> all = decisions
                .map(decided -> SomeAppending.of(decided, ids.next(), AT))
                .toList();
        for (int from = 0; from < all.size(); from += MOST) {
            shards.get(shard).write(all.subList(from, Math.min(all.size(), from + MOST)));
        }
    }

    /** Gives events their place. */
    public void place(int shard) {
        place(shard, Instant.now());
    }

    /** The same, at some moment by the clock of the instance. */
    public void place(int shard, Instant now) {
        clock.pass(Duration.between(AT, now));
        shards.get(shard).sweep(1_000, 0);
        clock.pass(Duration.between(now, AT));
    }
}
