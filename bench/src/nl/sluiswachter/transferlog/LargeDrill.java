package nl.sluiswachter.transferlog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.transferlog.export.LogExport;
import nl.sluiswachter.transferlog.figures.Figures;
import nl.sluiswachter.transferlog.proof.Proofs;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.LogFilter;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.Integrator;
import nl.sluiswachter.transferlog.tree.Publisher;
import nl.sluiswachter.transferlog.tree.SignerMemory;
import nl.sluiswachter.transferlog.tree.TileTable;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.Database;
import nl.sluiswachter.verifier.Folder;
import nl.sluiswachter.verifier.LogSource;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** A log of many millions of entries, and how fast questions to it are answered; see {@code bench/large}. */
public final class LargeDrill {

    private static final int BATCH = 256;
    private static final int SHARDS = 2;
    private static final int MONTHS = 12;

    /** How often the driver of the database asks before it keeps a plan, and a few times more. */
    private static final int FOR_A_PLAN = 20;

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final List<String> TYPES = List.copyOf(LAW.types().keySet());

    private final DataSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final LogMark mark;

    private LargeDrill(DataSource source, LogMark mark) {
        this.source = source;
        this.mark = mark;
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    private static DataSource pool(String server) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server + "/sluiswachter");
        config.setUsername("postgres");
        config.setMaximumPoolSize(8);
        config.setConnectionInitSql("set max_parallel_workers_per_gather = 0; set jit = off"); // as application.yaml
        return new HikariDataSource(config);
    }

    /** Fills a database that a gateway may be using, connected as somebody whom no right holds back. */
    public static void fill(DataSource superuser, LogMark mark, long entries) throws InterruptedException {
        LargeDrill drill = new LargeDrill(superuser, mark);
        drill.months();
        drill.fill(entries);
    }

    /**
     * Arguments: server, then {@code prepare}, {@code fill n}, {@code ask}, {@code plans}, {@code verify folder}, {@code lag rate seconds}.
     * Prints rows of a table, and on the other stream how far it is.
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments[1].equals("prepare")) {
            prepare(arguments[0]);
            System.exit(0);
        }
        LargeDrill drill = new LargeDrill(pool(arguments[0]), SomeMark.OURS);
        switch (arguments[1]) {
            case "fill" -> drill.fill(Long.parseLong(arguments[2]));
            case "ask" -> new LargeQuestions(drill.source, LAW, drill.figures(), Integer.MAX_VALUE).ask();
            case "plans" -> new LargeQuestions(drill.source, LAW, drill.figures(), FOR_A_PLAN).ask();
            case "verify" -> new LargeVerification(drill.source, arguments[0], Path.of(arguments[2])).run();
            case "lag" -> drill.lag(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[1]);
        }
        System.exit(0);
    }

    private static void prepare(String server) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server + "/postgres");
        config.setUsername("postgres");
        try (HikariDataSource postgres = new HikariDataSource(config)) {
            JdbcClient.create(postgres).sql("create role app login").update();
            JdbcClient.create(postgres).sql("create database sluiswachter").update();
        }
        Flyway.configure()
                .dataSource(server + "/sluiswachter", "postgres", "")
                .placeholders(Map.of("app", "app"))
                .load()
                .migrate();
        new LargeDrill(pool(server), SomeMark.OURS).months();
    }

    private void months() {
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        for (int back = 1; back <= MONTHS; back++) {
            YearMonth month = now.minusMonths(back);
            for (String table : List.of("transfer_log", "transfer_log_subject", "transfer_log_reason")) {
                jdbc.sql("create table if not exists %s_y%dm%02d partition of %s for values from ('%s-01 00:00Z') to ('%s-01 00:00Z')"
                                .formatted(
                                        table, month.getYear(), month.getMonthValue(), table, month, month.plusMonths(1)))
                        .update();
            }
        }
    }

    /** Writes as the committer does, two shards next to each other, over the last twelve months. */
    private void fill(long entries) throws InterruptedException {
        Samples samples = new Samples(LAW.types().keySet());
        long start = System.nanoTime();
        List<Thread> threads = IntStream.range(0, SHARDS)
                .mapToObj(shard -> new Thread(() -> fill(samples, shard, entries / SHARDS)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Table.row("filling, two shards, %d a commit".formatted(BATCH), "%,.0f entries/s".formatted(entries / seconds));
        integrate();
        Table.progress("integrated, now counting");
        figures().count();
        Table.progress("counted, now tidying");
        jdbc.sql("vacuum (analyze)").update();
        size(entries);
    }

    /** Beside a running gateway, which integrates all along, too little is left to say how fast it goes. */
    private void integrate() {
        long before = leaves();
        long start = System.nanoTime();
        new Integrator(jdbc, mark, transactions, CLOCK).integrate();
        double rate = (leaves() - before) / ((System.nanoTime() - start) / 1e9);
        if (before == 0) {
            Table.row("integrator, catching up", "%,.0f leaves/s".formatted(rate), "≥ 20,000", rate >= 20_000, "");
        }
    }

    private long leaves() {
        return jdbc.sql("select coalesce(max(size), 0) from log_tree").query(Long.class).single();
    }

    private void fill(Samples samples, int shard, long entries) {
        ShardWriter writer = writer();
        long began = System.nanoTime();
        Instant first = CLOCK.instant().truncatedTo(ChronoUnit.MICROS).minus(Duration.ofDays(360));
        long step = Duration.ofDays(360).toNanos() / 1_000 / entries;
        SplittableRandom random = new SplittableRandom(shard);
        for (long from = 0; from < entries; from += BATCH) {
            long start = from;
            writer.write(IntStream.range(0, (int) Math.min(BATCH, entries - from))
                    .mapToObj(n -> samples.appending(random, first.plus((start + n) * step, ChronoUnit.MICROS)))
                    .toList());
            if (shard == 0 && from % (100 * BATCH) == 0) {
                Table.progress("filling", SHARDS * (from + BATCH), SHARDS * entries, began);
            }
        }
    }

    private ShardWriter writer() {
        return new ShardWriter(LogTables.of(jdbc, mark), new SomeLog.NoOutbox(), transactions, CLOCK);
    }

    private void size(long entries) {
        List<String> tables = List.of(
                "transfer_log", "transfer_log_subject", "transfer_log_reason", "log_tile", "log_bundle", "log_run", "log_batch");
        long all = 0;
        for (String table : tables) {
            long bytes = jdbc.sql(
                            """
                            select coalesce(sum(pg_total_relation_size(relid)), pg_total_relation_size(to_regclass(:table)))
                              from pg_partition_tree(to_regclass(:table))
                            """)
                    .param("table", table)
                    .query(Long.class)
                    .single();
            Table.row("bytes of " + table, "%,.0f".formatted(bytes / (double) entries));
            all += bytes;
        }
        double each = all / (double) entries;
        Table.row("bytes stored per entry, all in", "%,.0f".formatted(each), "≤ 1,536", each <= 1_536, "");
    }

    /** How long an entry waits for its leaf while so many a second are written. */
    private void lag(int rate, int seconds) throws InterruptedException {
        Samples samples = new Samples(LAW.types().keySet());
        Integrator integrator = new Integrator(jdbc, mark, transactions, CLOCK);
        Thread sequencer = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                integrator.integrate();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            }
        });
        sequencer.setDaemon(true);
        sequencer.start();
        ShardWriter writer = writer();
        SplittableRandom random = new SplittableRandom(3);
        int batch = rate / 100;
        List<Long> lags = new ArrayList<>();
        long start = System.nanoTime();
        for (int turn = 0; turn < seconds * 100; turn++) {
            writer.write(IntStream.range(0, batch)
                    .mapToObj(n -> samples.appending(random, CLOCK.instant().truncatedTo(ChronoUnit.MICROS)))
                    .toList());
            if (turn % 20 == 0) {
                lags.add(oldestWithoutLeaf());
            }
            LockSupport.parkNanos(start + turn * 10_000_000L - System.nanoTime());
        }
        double took = (System.nanoTime() - start) / 1e9;
        lags.sort(null);
        long p99 = lags.get((int) (lags.size() * 0.99));
        Table.row(
                "integrator lag at %,.0f entries/s, p50 and p99".formatted(seconds * 100L * batch / took),
                "%d and %d ms".formatted(lags.get(lags.size() / 2), p99),
                "p99 < 1 s",
                p99 < 1_000,
                "");
    }

    private long oldestWithoutLeaf() {
        return jdbc.sql(
                        """
                        select coalesce(extract(epoch from clock_timestamp() - min(b.committed_at)) * 1000, 0)::bigint
                          from log_batch b left join log_progress p using (shard)
                         where b.first_position >= coalesce(p.next_position, 0)
                        """)
                .query(Long.class)
                .single();
    }

    private Figures figures() {
        return new Figures(jdbc, transactions, () -> LAW);
    }
}
