package nl.sluiswachter.transferlog.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import nl.sluiswachter.transferlog.lines.JsonLines;
import nl.sluiswachter.transferlog.merkle.BundleAddress;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.MissingTile;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.TileAddress;
import nl.sluiswachter.transferlog.tree.BundleTable;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.TileTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log as it is at one moment, up to its last checkpoint: checkpoint, tiles and leaves as the gateway publishes them, and
 * the entries. Says nothing of whether they agree; the verifier does.
 */
public final class LogExport {

    private static final int PER_FILE = 1 << 16;
    private static final int FULL = TileAddress.FULL;

    private final DataSource source;
    private final boolean withSubjects;
    private final int quorum;

    /**
     * @param withSubjects whether who entries are about goes with them: personal data, and what finds swapped subjects
     * @param quorum of witnesses, at least 1: the newest checkpoint that so many cosigned goes with it, if there is one
     */
    public LogExport(DataSource source, boolean withSubjects, int quorum) {
        this.source = source;
        this.withSubjects = withSubjects;
        this.quorum = quorum;
    }

    /**
     * Writes the export into a new or empty folder.
     *
     * @param progress gets the number of leaves, gives who is told how many are written
     * @return the checkpoint up to which it goes
     * @throws ExportRefused when the folder is not empty, or the log has no checkpoint yet
     */
    public Checkpoint write(Path target, LongFunction<LongConsumer> progress) {
        TransactionTemplate moment = new TransactionTemplate(new JdbcTransactionManager(source));
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
        return moment.execute(status -> writeMoment(target, progress));
    }

    private Checkpoint writeMoment(Path target, LongFunction<LongConsumer> progress) {
        JdbcClient jdbc = JdbcClient.create(source);
        CheckpointTable checkpoints = new CheckpointTable(jdbc);
        SignedCheckpoint signed = checkpoints
                .latest()
                .orElseThrow(() -> new ExportRefused("The log has no checkpoint yet, so there is nothing to export."));
        long size = signed.checkpoint().size();
        ExportFolder folder = ExportFolder.create(target);
        folder.write("checkpoint", signed.bytes());
        checkpoints.witnessed(quorum).ifPresent(one -> folder.write("witnessed-checkpoint", one.bytes()));
        List<SignedCheckpoint> monthly = checkpoints.witnessedMonthly(quorum);
        for (int number = 0; number < monthly.size(); number++) {
            folder.write("witnessed/" + number, monthly.get(number).bytes());
        }
        LongConsumer done = progress.apply(size);
        tiles(folder, new TileTable(jdbc), size);
        leaves(folder, new BundleTable(jdbc), size);
        entries(folder, new ExportTable(new JdbcTemplate(source), withSubjects), size, done);
        return signed.checkpoint();
    }

    private static void tiles(ExportFolder folder, TileTable tiles, long size) {
        for (int level = 0; level <= TileAddress.HIGHEST_LEVEL; level++) {
            long hashes = size >>> 8 * level;
            for (long number = 0; number * FULL < hashes; number++) {
                TileAddress address = new TileAddress(level, number, (int) Math.min(FULL, hashes - number * FULL));
                try {
                    byte[] bytes = tiles.read(List.of(address)).get(0).bytes();
                    folder.write(address.path(), Arrays.copyOf(bytes, address.bytes()));
                } catch (MissingTile e) {
                    // what is gone is left out, for the verifier to say so
                }
            }
        }
    }

    private static void leaves(ExportFolder folder, BundleTable bundles, long size) {
        for (long number = 0; number * FULL < size; number++) {
            BundleAddress address = new BundleAddress(number, (int) Math.min(FULL, size - number * FULL));
            bundles.find(address).ifPresent(leaves -> folder.write(address.path(), leaves));
        }
    }

    private static void entries(ExportFolder folder, ExportTable table, long size, LongConsumer done) {
        for (long from = 0; from == 0 || from < size; from += PER_FILE) {
            long first = from;
            long last = Math.min(from + PER_FILE, size);
            lines(
                    folder,
                    String.format(Locale.ROOT, "entries/%06d.jsonl", from / PER_FILE),
                    line -> table.read(first, last, one -> {
                        line.accept(one);
                        done.accept(one.index() + 1);
                    }));
        }
        lines(folder, "entries/without-leaf.jsonl", line -> table.readWithoutLeaf(size, line));
    }

    private static void lines(ExportFolder folder, String path, Consumer<Consumer<ExportedLine>> reading) {
        try (OutputStream out = folder.open(path)) {
            JsonLines.write(out, ExportedLine.class, reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
