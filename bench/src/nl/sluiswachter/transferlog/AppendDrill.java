package nl.sluiswachter.transferlog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.transfer.IdempotencyKey;
import nl.sluiswachter.transfer.SomeDecision;
import nl.sluiswachter.transferlog.tree.Integrator;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Callers that append as fast as they can, each waiting for its own entry; see {@code bench/append}. */
public final class AppendDrill {

    private static final int DIFFERENT = 500;
    private static final Clock CLOCK = Clock.systemUTC();
    private static final UuidV7 IDS = new UuidV7(CLOCK);
    private static final List<Content> ENTRIES = entries();

    private AppendDrill() {}

    /**
     * Arguments: server, then what: {@code prepare}, {@code callers n seconds}, {@code whole n seconds}, {@code sequence},
     * {@code pack}.
     */
    public static void main(String[] arguments) throws Exception {
        String server = arguments[0];
        switch (arguments[1]) {
            case "prepare" -> prepare(server);
            case "sequence" -> sequence(server);
            case "pack" -> pack();
            default ->
                append(
                        server,
                        arguments[1].equals("whole"),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]));
        }
        System.exit(0);
    }

    private static void prepare(String server) {
        try (HikariDataSource source = source(server + "/postgres")) {
            JdbcClient jdbc = JdbcClient.create(source);
            jdbc.sql("create role app login").update();
            jdbc.sql("create database sluiswachter").update();
        }
        Flyway.configure()
                .dataSource(server + "/sluiswachter", "postgres", "")
                .placeholders(Map.of("app", "app"))
                .load()
                .migrate();
        System.out.printf(
                Locale.ROOT,
                "%.0f%n",
                ENTRIES.stream().mapToInt(content -> content.packed().length).average().orElseThrow());
    }

    private static void append(String server, boolean whole, int callers, int seconds) throws InterruptedException {
        try (HikariDataSource source = source(server + "/sluiswachter")) {
            JdbcClient jdbc = JdbcClient.create(source);
            TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
            Committer committer = new Committer(
                    new ShardWriter(LogTables.of(jdbc, SomeMark.OURS), new SomeLog.NoOutbox(), transactions, CLOCK),
                    Committer.Bounds.DEFAULT);
            committer.start();
            run(committer, whole, callers, 3);
            long flushed = flushes(jdbc);
            long[] micros = run(committer, whole, callers, seconds);
            flushed = flushes(jdbc) - flushed;
            committer.close();
            System.out.printf(
                    Locale.ROOT,
                    "committer  %,.0f entries/s %s, %d callers, mean %.2f ms, p50 %.2f ms, p99 %.2f ms, %.3f flushes per entry%n",
                    micros.length / (double) seconds,
                    whole ? "with key, receipt and image" : "alone",
                    callers,
                    Arrays.stream(micros).average().orElseThrow() / 1e3,
                    micros[micros.length / 2] / 1e3,
                    micros[(int) (micros.length * 0.99)] / 1e3,
                    flushed / (double) micros.length);
        }
    }

    /** What a caller does before it appends; not part of the other figures. */
    private static void pack() {
        for (int round = 0; round < 40; round++) {
            ENTRIES.forEach(content -> Content.of(content.entry()));
        }
        long start = System.nanoTime();
        for (int round = 0; round < 20; round++) {
            ENTRIES.forEach(content -> Content.of(content.entry()));
        }
        System.out.printf(
                Locale.ROOT,
                "packing    %.0f us per entry, by its caller%n",
                (System.nanoTime() - start) / 1e3 / 20 / DIFFERENT);
    }

    private static void sequence(String server) {
        try (HikariDataSource source = source(server + "/sluiswachter")) {
            JdbcClient jdbc = JdbcClient.create(source);
            TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
            Integrator integrator = new Integrator(jdbc, SomeMark.OURS, transactions, CLOCK);
            long before = size(jdbc);
            long start = System.nanoTime();
            integrator.integrate();
            double seconds = (System.nanoTime() - start) / 1e9;
            long leaves = size(jdbc) - before;
            System.out.printf(
                    Locale.ROOT, "integrator %,.0f leaves/s (%,d leaves in %.1f s)%n", leaves / seconds, leaves, seconds);
        }
    }

    private static long size(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(max(size), 0) from log_tree")
                .query(Long.class)
                .single();
    }

    private static long flushes(JdbcClient jdbc) {
        return jdbc.sql("select wal_sync from pg_stat_wal").query(Long.class).single();
    }

    /** How long each append took, in microseconds, sorted. */
    private static long[] run(Committer committer, boolean whole, int callers, int seconds)
            throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<List<Long>> taken = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            List<Long> mine = new ArrayList<>();
            taken.add(mine);
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    committer.append(appending(whole));
                    mine.add((System.nanoTime() - start) / 1_000);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return taken.stream().flatMap(List::stream).mapToLong(Long::longValue).sorted().toArray();
    }

    private static Appending appending(boolean whole) {
        UUID id = IDS.next();
        Content content = ENTRIES.get(ThreadLocalRandom.current().nextInt(DIFFERENT));
        EntryRow row = new EntryRow(
                id,
                Instant.now(CLOCK).truncatedTo(ChronoUnit.MICROS),
                LogKind.DECISION,
                Optional.of(id),
                Optional.of("00000099000000001000"),
                Optional.of("00000099000000002000"),
                Optional.of("WMO_ALLOCATION"),
                Optional.of("PERMIT"),
                List.of(),
                Optional.of(new byte[32]),
                content,
                List.of(new EntryRow.Subject("p1", new SubjectKey(new UUID(id.hashCode(), 7)))),
                new EntryRow.Handles(Optional.of(id), Optional.empty(), Optional.of(id)));
        if (!whole) {
            return new Appending(row, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        byte[] key = Sha256.of(id.toString().getBytes(StandardCharsets.UTF_8));
        return new Appending(
                row,
                Optional.of(new Appending.Once(
                        new Oin("00000099000000001000"),
                        new IdempotencyKey("POST /v1/transfers", key, key),
                        202,
                        Arrays.copyOf(content.entry(), 2_000))),
                Optional.of("x".repeat(900)),
                Optional.of(new Appending.Image("sha256:x", "{\"image\":\"" + "x".repeat(1_000) + "\"}")),
                Optional.empty());
    }

    private static List<Content> entries() {
        return IntStream.range(0, DIFFERENT)
                .mapToObj(seed -> Content.of(CanonicalJson.bytes(
                        new DecisionEntry(SomeDecision.of(seed), Optional.of(new Commitments(new byte[32])))
                                .toJson(new UUID(3, seed), Instant.EPOCH))))
                .toList();
    }

    private static HikariDataSource source(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}
