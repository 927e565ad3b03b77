package nl.sluiswachter.transferlog.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.TileTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a month of the log out of the database, into a file, and puts it back. For the owner of the tables. Everything in the
 * file is held against the tree before anything is taken out; an entry of the log tells of it. The tree stays whole.
 */
public final class MonthArchive {

    private final DataSource source;
    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;
    private final Optional<Period> age;

    /**
     * @param source of the owner of the tables
     * @param age from which a month may leave with entries whose term is not over; without it none may
     */
    public MonthArchive(DataSource source, IdSource ids, Clock clock, Optional<Period> age) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.ids = ids;
        this.clock = clock;
        this.age = age;
    }

    /**
     * What was done.
     *
     * @param undestroyed entries of them that still say something, and whose term somebody has to keep now
     * @param sha256 of the file, in hex; empty when none was needed
     */
    public record Done(YearMonth month, long entries, long undestroyed, String sha256) {}

    /** How it is called in a folder. */
    public static String name(YearMonth month) {
        return "transfer-log-" + month + ".jsonl";
    }

    /**
     * Writes a month into a new file, holds it against the tree and takes it out of the log.
     *
     * @param drop whether its tables go too; else they stay beside the log
     * @throws ArchiveRefused when it may not be taken out, or does not agree with the tree
     */
    public Done detach(YearMonth month, Path folder, boolean drop, LongFunction<LongConsumer> progress) {
        ArchiveFile file = new ArchiveFile(folder.resolve(name(month)));
        return inTransaction(() -> {
            MonthTable table = new MonthTable(new JdbcTemplate(source), month);
            refuseForeign(table, true);
            table.lock();
            long undestroyed = table.undestroyed();
            refuseTooEarly(month, undestroyed);
            AtomicLong written = new AtomicLong();
            LongConsumer done = progress.apply(table.count());
            String sha256 = file.write(line -> table.read(one -> {
                line.accept(one);
                done.accept(written.incrementAndGet());
            }));
            if (compared(file, month) != written.get()) {
                throw new ArchiveRefused("The file does not hold what was written into it.");
            }
            Done result = new Done(month, written.get(), undestroyed, sha256);
            tell(drop ? "DROPPED" : "DETACHED", result);
            table.detach();
            if (drop) {
                table.drop();
            }
            return result;
        });
    }

    /** Puts back a month whose tables still stand beside the log. */
    public Done attach(YearMonth month) {
        return inTransaction(() -> {
            MonthTable table = new MonthTable(new JdbcTemplate(source), month);
            refuseForeign(table, false);
            table.attach();
            return told("ATTACHED", new Done(month, 0, table.undestroyed(), ""));
        });
    }

    /** Puts back a month of which only the file is left, once it agrees with the tree. */
    public Done attach(YearMonth month, Path path, LongFunction<LongConsumer> progress) {
        ArchiveFile file = new ArchiveFile(path);
        return inTransaction(() -> {
            MonthTable table = new MonthTable(new JdbcTemplate(source), month);
            if (table.state().isPresent()) {
                throw new ArchiveRefused("The tables of that month are there; they are put back without the file.");
            }
            long entries = compared(file, month);
            table.create();
            RestoredTable log = new RestoredTable(jdbc);
            AtomicLong restored = new AtomicLong();
            LongConsumer done = progress.apply(entries);
            file.read(line -> {
                log.insert(line);
                done.accept(restored.incrementAndGet());
            });
            return told("RESTORED", new Done(month, entries, table.undestroyed(), ""));
        });
    }

    private void refuseForeign(MonthTable table, boolean attached) {
        MonthTable.State state = table.state()
                .orElseThrow(
                        () -> new ArchiveRefused("There is no table of that month; its entries may stand in none."));
        if (!state.own()) {
            throw new ArchiveRefused("Only the owner of the tables can do this: give the settings of that role.");
        }
        if (state.attached() != attached) {
            throw new ArchiveRefused(
                    attached ? "That month was taken out of the log already." : "That month is a part of the log.");
        }
    }

    private void refuseTooEarly(YearMonth month, long undestroyed) {
        YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        if (!month.isBefore(now)) {
            throw new ArchiveRefused("That month is not over.");
        }
        boolean isOld = age.filter(period -> month.isBefore(
                        YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC).minus(period))))
                .isPresent();
        if (undestroyed > 0 && !isOld) {
            throw new ArchiveRefused(("%d entries of that month still say what they said; sluiswachter.log.retention."
                            + "archive-after says from what age a month may leave with such entries.")
                    .formatted(undestroyed));
        }
    }

    private long compared(ArchiveFile file, YearMonth month) {
        SignedCheckpoint signed = new CheckpointTable(jdbc)
                .latest()
                .orElseThrow(() -> new ArchiveRefused("The log has no checkpoint, so nothing can be held against it."));
        TreeComparison tree = new TreeComparison(new TileTable(jdbc), signed.checkpoint());
        AtomicLong lines = new AtomicLong();
        file.read(line -> {
            tree.refuseStrange(line.index(), line.leaf());
            if (!YearMonth.from(line.at().atOffset(ZoneOffset.UTC)).equals(month)) {
                throw new ArchiveRefused("An entry in the file is of another month.");
            }
            lines.incrementAndGet();
        });
        return lines.get();
    }

    private Done told(String action, Done done) {
        tell(action, done);
        return done;
    }

    private void tell(String action, Done done) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("action", action);
        detail.put("month", done.month().toString());
        detail.put("entries", Long.toString(done.entries()));
        detail.put("undestroyed", Long.toString(done.undestroyed()));
        if (!done.sha256().isEmpty()) {
            detail.put("sha256", done.sha256());
        }
        new JdbcEventLog(jdbc, ids, clock)
                .append(new LogEntry(LogKind.ARCHIVE, Optional.empty(), Optional.empty(), detail, List.of()));
    }

    private Done inTransaction(Supplier<Done> work) {
        return new TransactionTemplate(new JdbcTransactionManager(source)).execute(status -> work.get());
    }
}
