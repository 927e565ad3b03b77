package nl.sluiswachter.transferlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import nl.sluiswachter.transferlog.export.LogExport;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.Publisher;
import nl.sluiswachter.transferlog.tree.SignerMemories;
import nl.sluiswachter.transferlog.tree.SignerMemory;
import nl.sluiswachter.transferlog.tree.TileTable;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.Database;
import nl.sluiswachter.verifier.Folder;
import nl.sluiswachter.verifier.LogSource;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import nl.sluiswachter.verifier.recount.Recount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** How long it takes to verify all of it, from the database and from an export. */
final class LargeVerification {

    private static final String NAME = "sluiswachter/00000099000000000100";
    private static final double BOUND_OF_TEN_MILLION = 20;

    private final DataSource source;
    private final String server;
    private final Path work;

    LargeVerification(DataSource source, String server, Path work) {
        this.source = source;
        this.server = server;
        this.work = work;
    }

    void run() throws IOException {
        CheckpointSigner signer = signer(source);
        new Publisher(JdbcClient.create(source), SomeMark.OURS, signer, Clock.systemUTC()).publish();
        Believed key = Believed.key(signer.verifierKey(1).text());
        double reading = reading();
        Table.row("reading every entry once, one client (`copy` to nowhere)", "%.1f s".formatted(reading));
        Properties account = new Properties();
        account.setProperty("user", "postgres");
        for (boolean subjects : List.of(false, true)) {
            try (Database database = new Database(server + "/sluiswachter", account, subjects, 1)) {
                verify("verifying from the database" + (subjects ? ", with subjects" : ""), database, key, reading);
            }
        }
        Path folder = work.resolve("export");
        long start = System.nanoTime();
        new LogExport(source, false, 1).write(folder, all -> progress("exporting", all));
        Table.row("exporting", "%.1f s".formatted(seconds(start)));
        verify("verifying an export", new Folder(folder), key, reading);
        recount(folder, signer.verifierKey(1).text(), reading);
        FileSystemUtils.deleteRecursively(folder);
    }

    static CheckpointSigner signer(DataSource source) throws IOException {
        Path memory = Files.createTempDirectory("signer").resolve("memory");
        SignerMemories.begin(memory, NAME + "/1");
        return new CheckpointSigner(NAME, new byte[32], new SignerMemory(memory), new TileTable(JdbcClient.create(source)));
    }

    private double reading() {
        long start = System.nanoTime();
        JdbcClient.create(source)
                .sql("copy (select * from transfer_log) to program 'cat > /dev/null' (format binary)")
                .update();
        return seconds(start);
    }

    private static void verify(String what, LogSource from, Believed key, double reading) {
        long start = System.nanoTime();
        long[] leaves = new long[1];
        Verdict verdict = Verifier.log(from, key, List.of(), all -> {
            leaves[0] = all;
            return progress(what, all);
        });
        double seconds = seconds(start);
        if (!(verdict instanceof Verdict.Sound)) {
            throw new IllegalStateException(verdict.toString());
        }
        Table.row(
                what + ", %,d entries".formatted(leaves[0]),
                "%.1f s (%,.0f/s)".formatted(seconds, leaves[0] / seconds),
                "10 million in ≤ 20 s",
                seconds / leaves[0] * 10_000_000 <= BOUND_OF_TEN_MILLION,
                "%.1f × reading".formatted(seconds / reading));
    }

    private static void recount(Path folder, String key, double reading) {
        long start = System.nanoTime();
        if (Recount.count(folder, key, List.of(), Table::progress) != 0) {
            throw new IllegalStateException("Counted again, the export is another");
        }
        double seconds = seconds(start);
        Table.row("counting that export again, on one core", "%.1f s".formatted(seconds), "%.1f × reading".formatted(seconds / reading));
    }

    private static LongConsumer progress(String what, long all) {
        long began = System.nanoTime();
        return done -> Table.progress(what, done, all, began);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
