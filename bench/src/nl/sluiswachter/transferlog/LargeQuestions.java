package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.transferlog.figures.FigureQuery;
import nl.sluiswachter.transferlog.figures.Figures;
import nl.sluiswachter.transferlog.proof.Proofs;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.LogFilter;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.Publisher;
import nl.sluiswachter.transferlog.tree.TileTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each question many times, with other persons, parties and months; the first half warms up and does not count. */
final class LargeQuestions {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MONTHS = 11;
    private static final String BY_KEY =
            "select entry from transfer_log where shard = ? and position = ? and recorded_at = ?";

    private final DataSource source;
    private final JdbcClient jdbc;
    private final LogSearch search;
    private final Figures figures;
    private final List<String> types;
    private final List<String> reasons;
    private final Oin viewer = new Oin(Samples.party(0));
    private final SplittableRandom random = new SplittableRandom(7);
    private final int most;
    private double baseline;

    /** @param most how often a question is asked at most */
    LargeQuestions(DataSource source, Catalogue law, Figures figures, int most) {
        this.most = most;
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.search = new LogSearch(jdbc, () -> law);
        this.figures = figures;
        this.types = List.copyOf(law.types().keySet());
        this.reasons = new Samples(law.types().keySet()).reasons();
    }

    void ask() throws IOException {
        List<Object[]> keys = jdbc.sql("select shard, position, recorded_at from transfer_log tablesample system (%s) limit 4000".formatted(percent()))
                .query((row, number) -> new Object[] {row.getInt(1), row.getLong(2), row.getObject(3, java.time.OffsetDateTime.class)})
                .list();
        baseline = time("one entry by its key", keys.size(), 0, n -> jdbc.sql(BY_KEY).params(keys.get(n)).query(byte[].class).single());
        time("history of a person, 25 a page", 2_000, 10, n -> find(Samples.person(random.nextInt(Samples.PERSONS))));
        time("search: party, type, refused, month", 2_000, 20, n -> find(party(), type(), Optional.of("DENY"), Optional.empty(), month()));
        time("search: party, month", 2_000, 20, n -> find(party(), Optional.empty(), Optional.empty(), Optional.empty(), month()));
        time("search: type, refused", 2_000, 20, n -> find(Optional.empty(), type(), Optional.of("DENY"), Optional.empty(), Optional.empty()));
        time("search: reason, month", 2_000, 20, n -> find(Optional.empty(), Optional.empty(), Optional.empty(), reason(), month()));
        time("search: the newest", 2_000, 20, n -> find(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        List<UUID> transfers = some("transfer_id", "kind = 'DECISION'", UUID.class);
        time("search: transfer (as by case, of which these have none)", transfers.size(), 20, n -> find(LogFilter.builder().transferId(Optional.of(transfers.get(n)))));
        List<String> articles = articles();
        time("search: article, month", 400, 20, n -> find(in(month()).article(Optional.of(articles.get(random.nextInt(articles.size()))))));
        time("report of a month, rolled up", 600, 50, n -> month().map(month -> figures.sums(FigureQuery.months(month, month), Optional.empty(), LocalDate.now(ZoneOffset.UTC))).orElseThrow());
        time("every figure of a month, line by line", 200, 0, n -> month().map(month -> figures.of(FigureQuery.months(month, month), viewer)).orElseThrow());
        proofs();
    }

    private void proofs() throws IOException {
        TileTable tiles = new TileTable(jdbc);
        CheckpointSigner signer = LargeVerification.signer(source);
        new Publisher(jdbc, SomeMark.OURS, signer, Clock.systemUTC()).publish();
        List<UUID> transfers = some("transfer_id", "kind = 'DECISION'", UUID.class);
        Proofs proofs = new Proofs(jdbc, tiles, new CheckpointTable(jdbc), signer, 1);
        time("inclusion proof of a transfer", transfers.size(), 5, n -> proofs.forSender(transfers.get(n)));
    }

    private <T> List<T> some(String column, String where, Class<T> type) {
        name("what is asked for");
        return jdbc.sql("select %s from transfer_log tablesample system (%s) where %s limit 4000".formatted(column, percent(), where))
                .query(type)
                .list();
    }

    /** That entries cite, each once. */
    private List<String> articles() {
        return some("entry", "entry is not null", byte[].class).stream()
                .flatMap(entry -> json(StoredEntry.bytes(entry)).findValuesAsText("article").stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static JsonNode json(byte[] entry) {
        try {
            return JSON.readTree(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the pages, for some four thousand entries from anywhere. */
    private String percent() {
        long size = jdbc.sql("select size from log_tree").query(Long.class).single();
        return String.format(java.util.Locale.ROOT, "%.4f", Math.min(100, 400_000.0 / size));
    }

    private Optional<Oin> party() {
        return Optional.of(new Oin(Samples.party(random.nextInt(Samples.PARTIES))));
    }

    private Optional<String> type() {
        return Optional.of(types.get(random.nextInt(types.size())));
    }

    private Optional<String> reason() {
        return Optional.of(reasons.get(random.nextInt(reasons.size())));
    }

    private Optional<YearMonth> month() {
        return Optional.of(YearMonth.now(ZoneOffset.UTC).minusMonths(random.nextInt(MONTHS)));
    }

    private Object find(nl.sluiswachter.kernel.SubjectKey person) {
        return find(
                new SubjectIdentity(Optional.of(person), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Object find(
            Optional<Oin> party,
            Optional<String> type,
            Optional<String> outcome,
            Optional<String> reason,
            Optional<YearMonth> month) {
        return find(SubjectIdentity.UNKNOWN, party, type, outcome, reason, month);
    }

    private Object find(
            SubjectIdentity person,
            Optional<Oin> party,
            Optional<String> type,
            Optional<String> outcome,
            Optional<String> reason,
            Optional<YearMonth> month) {
        return find(in(month).subject(person).party(party).exchangeType(type).outcome(outcome).reason(reason));
    }

    private static LogFilter.Builder in(Optional<YearMonth> month) {
        return LogFilter.builder()
                .from(month.map(one -> one.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .until(month.map(one -> one.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private Object find(LogFilter.Builder filter) {
        return search.find(filter.build(), viewer, Ground.SUPERVISION, Optional.empty(), 25);
    }

    /** What the database writes before each statement from now on. */
    private void name(String what) {
        jdbc.sql("select set_config('application_name', :what, false)").param("what", what).query(String.class).single();
    }

    /** The 99th percentile in milliseconds. */
    private double time(String what, int usual, int bound, IntFunction<Object> question) {
        int times = Math.min(usual, most);
        name(what);
        List<Long> micros = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            long start = System.nanoTime();
            question.apply(n);
            if (n >= times / 2) {
                micros.add((System.nanoTime() - start) / 1_000);
            }
        }
        micros.sort(null);
        double p50 = micros.get(micros.size() / 2) / 1e3;
        double p99 = micros.get((int) (micros.size() * 0.99)) / 1e3;
        String measured = "%.1f and %.1f ms".formatted(p50, p99);
        if (bound == 0) {
            Table.row(what + ", p50 and p99", measured);
        } else {
            Table.row(what + ", p50 and p99", measured, "p99 < " + bound + " ms", p99 < bound, "%.1f × one entry by its key".formatted(p99 / baseline));
        }
        return p99;
    }
}
