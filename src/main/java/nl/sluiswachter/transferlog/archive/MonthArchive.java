package nl.sluiswachter.transferlog.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.TileTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a month of the log out of the database, into a file, and puts it back. For the owner of the tables. Everything in the
 * file is held against the tree before anything is taken out; an entry of the log tells of it. The tree stays whole.
 */
public final class MonthArchive {

    private final DataSource source;
    private final JdbcClient jdbc;
    private final ArchiveEntries entries;
    private final ArchiveTransaction transaction;
    private final Clock clock;
    private final Optional<Period> age;

    /**
     * @param source of the owner of the tables
     * @param age from which a month may leave with entries whose term is not over; without it none may
     */
    public MonthArchive(DataSource source, LogMark mark, IdSource ids, Clock clock, Optional<Period> age) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.entries = new ArchiveEntries(jdbc, mark, ids, clock);
        this.transaction = new ArchiveTransaction(source);
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
        MonthTable table = new MonthTable(source, month);
        return transaction.run(() -> {
            refuseForeign(table, true);
            table.lock();
            long undestroyed = table.undestroyed();
            refuseTooEarly(month, undestroyed);
            refuseHeld(table);
            Done done = written(file, table, undestroyed, progress);
            try {
                requireWhole(file, done);
                table.lockHolds();
                refuseHeld(table); // once more: writing the file may have taken long
                entries.tell(drop ? "DROPPED" : "DETACHED", done);
                transaction.insist(table::detach);
                if (drop) {
                    table.drop();
                }
                return done;
            } catch (RuntimeException e) {
                file.delete(); // the log does not tell of it. Not when the commit fails: then nobody knows
                throw e;
            }
        });
    }

    private static Done written(
            ArchiveFile file, MonthTable table, long undestroyed, LongFunction<LongConsumer> progress) {
        AtomicLong written = new AtomicLong();
        LongConsumer done = progress.apply(table.count());
        String sha256 = file.write(line -> table.read(one -> {
            line.accept(one);
            done.accept(written.incrementAndGet());
        }));
        return new Done(table.month(), written.get(), undestroyed, sha256);
    }

    private void requireWhole(ArchiveFile file, Done done) {
        Done read = compared(file, done.month());
        if (read.entries() != done.entries() || !read.sha256().equals(done.sha256())) {
            throw new ArchiveRefused("The file does not hold what was written into it.");
        }
    }

    /** Puts back a month whose tables still stand beside the log. */
    public Done attach(YearMonth month) {
        MonthTable table = new MonthTable(source, month);
        return transaction.run(() -> {
            refuseForeign(table, false);
            table.bind();
            transaction.insist(table::attach);
            return entries.tell("ATTACHED", new Done(month, table.count(), table.undestroyed(), ""));
        });
    }

    /**
     * Puts back a month of which only the file is left, once it agrees with the tree and is the file of which the log tells:
     * neither shorter, nor with other columns beside the entries.
     */
    public Done attach(YearMonth month, Path path, LongFunction<LongConsumer> progress) {
        ArchiveFile file = new ArchiveFile(path);
        MonthTable table = new MonthTable(source, month);
        return transaction.run(() -> {
            if (table.state().isPresent()) {
                throw new ArchiveRefused("The tables of that month are there; they are put back without the file.");
            }
            Done found = compared(file, month);
            if (!entries.tellOf(month, found.sha256())) {
                throw new ArchiveRefused("The log does not tell of a file with SHA-256 " + found.sha256()
                        + " of that month: it was changed or shortened, or what tells of it stands in another month.");
            }
            table.create();
            restore(file, found, table, progress.apply(found.entries()));
            table.bind();
            transaction.insist(table::attach);
            return entries.tell("RESTORED", new Done(month, found.entries(), table.undestroyed(), found.sha256()));
        });
    }

    private static void restore(ArchiveFile file, Done found, MonthTable table, LongConsumer done) {
        AtomicLong restored = new AtomicLong();
        String sha256 = file.read(line -> {
            table.insert(line);
            done.accept(restored.incrementAndGet());
        });
        if (!sha256.equals(found.sha256())) {
            throw new ArchiveRefused("The file was changed while it was being read.");
        }
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

    private static void refuseHeld(MonthTable table) {
        long held = table.held();
        if (held > 0) {
            throw new ArchiveRefused(
                    ("%d entries of that month are on hold: it stays until a week after the holds are" + " lifted.")
                            .formatted(held));
        }
    }

    /** What is in a file, all of it in the tree and of that month. */
    private Done compared(ArchiveFile file, YearMonth month) {
        SignedCheckpoint signed = new CheckpointTable(jdbc)
                .latest()
                .orElseThrow(() -> new ArchiveRefused("The log has no checkpoint, so nothing can be held against it."));
        TreeComparison tree = new TreeComparison(new TileTable(jdbc), signed.checkpoint());
        AtomicLong lines = new AtomicLong();
        String sha256 = file.read(line -> {
            tree.refuseStrange(line.index(), line.leaf());
            if (!YearMonth.from(line.at().atOffset(ZoneOffset.UTC)).equals(month)) {
                throw new ArchiveRefused("An entry in the file is of another month.");
            }
            lines.incrementAndGet();
        });
        return new Done(month, lines.get(), 0, sha256);
    }
}
