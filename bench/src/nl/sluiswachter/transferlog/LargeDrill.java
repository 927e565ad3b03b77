package nl.sluiswachter.transferlog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.transfer.SomeDecision;
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
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log of many millions of entries, and how fast questions to it are answered; see {@code bench/large}. */
public final class LargeDrill {

    private static final int BATCH = 256;
    private static final int SHARDS = 2;
    private static final int MONTHS = 12;
    private static final int PARTIES = 60;
    private static final int PERSONS = 500_000;
    private static final Clock CLOCK = Clock.systemUTC();
    private static final UuidV7 IDS = new UuidV7(CLOCK);
    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final List<String> TYPES = List.copyOf(LAW.types().keySet());
    private static final List<String> REASONS = List.of("CONSENT_REQUIRED", "RECEIVER_NOT_INVOLVED", "MINIMUM_MISSING");

    private final HikariDataSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private LargeDrill(String server) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server + "/sluiswachter");
        config.setUsername("postgres");
        config.setMaximumPoolSize(8);
        this.source = new HikariDataSource(config);
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** Arguments: server, then {@code prepare}, {@code fill n}, {@code ask}, {@code lag rate seconds}. */
    public static void main(String[] arguments) throws Exception {
        if (arguments[1].equals("prepare")) {
            prepare(arguments[0]);
            System.exit(0);
        }
        LargeDrill drill = new LargeDrill(arguments[0]);
        switch (arguments[1]) {
            case "fill" -> drill.fill(Long.parseLong(arguments[2]));
            case "ask" -> drill.ask();
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
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        JdbcClient jdbc = new LargeDrill(server).jdbc;
        for (int back = 1; back <= MONTHS; back++) {
            YearMonth month = now.minusMonths(back);
            for (String table : List.of("transfer_log", "transfer_log_subject")) {
                jdbc.sql("create table %s_y%dm%02d partition of %s for values from ('%s-01 00:00Z') to ('%s-01 00:00Z')"
                                .formatted(
                                        table, month.getYear(), month.getMonthValue(), table, month, month.plusMonths(1)))
                        .update();
            }
        }
    }

    /** Writes as the committer does, two shards next to each other, over the last twelve months. */
    private void fill(long entries) throws InterruptedException {
        Samples samples = new Samples();
        long start = System.nanoTime();
        List<Thread> threads = IntStream.range(0, SHARDS)
                .mapToObj(shard -> new Thread(() -> fill(samples, shard, entries / SHARDS)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        say("filled     %,d entries in %.0f s (%,.0f/s, two shards, %d a commit)", entries, seconds, entries / seconds, BATCH);
        start = System.nanoTime();
        new Integrator(jdbc, transactions, CLOCK).integrate();
        seconds = (System.nanoTime() - start) / 1e9;
        say("integrated in %.0f s (%,.0f leaves/s)", seconds, entries / seconds);
        start = System.nanoTime();
        figures().count();
        say("counted    in %.0f s", (System.nanoTime() - start) / 1e9);
        jdbc.sql("vacuum (analyze) transfer_log").update();
        jdbc.sql("vacuum (analyze) transfer_log_subject").update();
        size(entries);
    }

    private void fill(Samples samples, int shard, long entries) {
        ShardWriter writer = writer();
        Instant first = CLOCK.instant().minus(Duration.ofDays(360));
        long step = Duration.ofDays(360).toNanos() / 1_000 / entries;
        SplittableRandom random = new SplittableRandom(shard);
        for (long from = 0; from < entries; from += BATCH) {
            long start = from;
            writer.write(IntStream.range(0, (int) Math.min(BATCH, entries - from))
                    .mapToObj(n -> samples.appending(random, first.plus((start + n) * step, ChronoUnit.MICROS)))
                    .toList());
        }
    }

    private ShardWriter writer() {
        return new ShardWriter(LogTables.of(jdbc), new SomeLog.NoOutbox(), transactions, CLOCK);
    }

    private void size(long entries) {
        List<String> tables = List.of("transfer_log", "transfer_log_subject", "log_tile", "log_bundle", "log_run", "log_batch");
        long all = 0;
        for (String table : tables) {
            long bytes = jdbc.sql(
                            """
                            select coalesce(sum(pg_total_relation_size(relid)), 0) from pg_partition_tree(to_regclass(:table))
                            """)
                    .param("table", table)
                    .query(Long.class)
                    .single();
            bytes = bytes > 0
                    ? bytes
                    : jdbc.sql("select pg_total_relation_size(to_regclass(:table))")
                            .param("table", table)
                            .query(Long.class)
                            .single();
            say("size       %-22s %,6.0f bytes per entry", table, bytes / (double) entries);
            all += bytes;
        }
        say("size       %-22s %,6.0f bytes per entry", "all", all / (double) entries);
    }

    /** Each question many times, with other persons, parties and months; the first tenth does not count. */
    private void ask() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        LogSearch search = new LogSearch(jdbc, () -> LAW);
        Oin viewer = new Oin(party(0));
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        time("history of a person, 25 a page", 1_000, n -> search.find(
                about(new SubjectIdentity(Optional.of(person(random.nextInt(PERSONS))), Optional.empty())),
                viewer,
                Ground.SUPERVISION,
                Optional.empty(),
                25));
        time("party, type, outcome and month", 500, n -> search.find(
                filter(
                        Optional.of(new Oin(party(random.nextInt(PARTIES)))),
                        Optional.of(TYPES.get(random.nextInt(TYPES.size()))),
                        Optional.of("DENY"),
                        Optional.empty(),
                        now.minusMonths(1 + random.nextInt(MONTHS - 1))),
                viewer,
                Ground.SUPERVISION,
                Optional.empty(),
                25));
        time("reason and month", 500, n -> search.find(
                filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(REASONS.get(random.nextInt(REASONS.size()))),
                        now.minusMonths(1 + random.nextInt(MONTHS - 1))),
                viewer,
                Ground.SUPERVISION,
                Optional.empty(),
                25));
        time("newest, no filter", 500, n -> search.find(about(SubjectIdentity.UNKNOWN), viewer, Ground.SUPERVISION, Optional.empty(), 25));
        time("report of a month", 200, n -> figures().of(now.minusMonths(1 + n % MONTHS), now.minusMonths(1 + n % MONTHS), viewer));
        proofs(random);
    }

    private void proofs(SplittableRandom random) throws Exception {
        Path memory = Files.createTempDirectory("signer").resolve("memory");
        TileTable tiles = new TileTable(jdbc);
        CheckpointSigner signer =
                new CheckpointSigner("sluiswachter/00000099000000000100", new byte[32], new SignerMemory(memory), tiles);
        new Publisher(jdbc, signer, CLOCK).publish();
        List<UUID> transfers = jdbc.sql("select transfer_id from transfer_log tablesample system (0.01) where kind = 'DECISION' limit 1000")
                .query(UUID.class)
                .list();
        Proofs proofs = new Proofs(jdbc, tiles, new CheckpointTable(jdbc), signer, 1);
        time("inclusion proof", transfers.size(), n -> proofs.forSender(transfers.get(n)));
    }

    private static LogFilter about(SubjectIdentity subject) {
        return new LogFilter(subject, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    private static LogFilter filter(
            Optional<Oin> party, Optional<String> type, Optional<String> outcome, Optional<String> reason, YearMonth month) {
        return new LogFilter(
                SubjectIdentity.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                party,
                type,
                outcome,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.of(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)),
                Optional.of(month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)),
                Set.of());
    }

    private static void time(String what, int times, IntFunction<Object> question) {
        List<Long> micros = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            long start = System.nanoTime();
            question.apply(n);
            if (n >= times / 10) {
                micros.add((System.nanoTime() - start) / 1_000);
            }
        }
        micros.sort(null);
        say(
                "%-32s p50 %7.2f ms   p99 %7.2f ms",
                what,
                micros.get(micros.size() / 2) / 1e3,
                micros.get((int) (micros.size() * 0.99)) / 1e3);
    }

    /** How long an entry waits for its leaf while so many a second are written. */
    private void lag(int rate, int seconds) throws InterruptedException {
        Samples samples = new Samples();
        Integrator integrator = new Integrator(jdbc, transactions, CLOCK);
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
        say(
                "lag        %,.0f entries/s written, oldest without a leaf: p50 %d ms, p99 %d ms",
                seconds * 100L * batch / took,
                lags.get(lags.size() / 2),
                lags.get((int) (lags.size() * 0.99)));
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

    private static SubjectKey person(int number) {
        return new SubjectKey(new UUID(number * 0x9E3779B97F4A7C15L, number * 0xC2B2AE3D27D4EB4FL));
    }

    private static String party(int number) {
        return "00000099%012d".formatted(1_000 + number);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /** Entries of every case of the law, packed once; what is searched differs with each use. */
    private static final class Samples {

        private final List<Content> contents = SomeDecision.inEveryCase()
                .limit(2_000)
                .map(decided -> Content.of(CanonicalJson.bytes(
                        new DecisionEntry(decided, Optional.of(new Commitments(new byte[32])))
                                .toJson(IDS.next(), Instant.EPOCH))))
                .toList();

        Samples() {
            say(
                    "entries    %.0f bytes on average, %.0f as stored",
                    contents.stream().mapToInt(one -> one.entry().length).average().orElseThrow(),
                    contents.stream().mapToInt(one -> one.packed().length).average().orElseThrow());
        }

        Appending appending(SplittableRandom random, Instant at) {
            UUID id = IDS.next();
            boolean refused = random.nextInt(10) == 0;
            int sender = random.nextInt(PARTIES);
            EntryRow row = new EntryRow(
                    id,
                    at,
                    LogKind.DECISION,
                    Optional.of(id),
                    Optional.of(party(sender)),
                    Optional.of(party((sender + 1 + random.nextInt(9)) % PARTIES)),
                    Optional.of(TYPES.get((sender + random.nextInt(3)) % TYPES.size())),
                    Optional.of(refused ? "DENY" : "PERMIT"),
                    refused ? Optional.of(REASONS.get(random.nextInt(REASONS.size()))) : Optional.empty(),
                    Optional.of(Sha256.of(at.toString().getBytes(StandardCharsets.UTF_8))),
                    contents.get(random.nextInt(contents.size())),
                    List.of(new EntryRow.Subject("p1", person(random.nextInt(PERSONS)))),
                    new EntryRow.Handles(Optional.of(new UUID(sender, id.getLeastSignificantBits() >>> 40)), Optional.empty(), Optional.of(id)));
            return new Appending(row, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
