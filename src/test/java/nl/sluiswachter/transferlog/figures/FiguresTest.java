package nl.sluiswachter.transferlog.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.support.AddedUp;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.support.Threads;
import nl.sluiswachter.transferlog.SomeShards;
import nl.sluiswachter.transferlog.search.SearchBusy;
import nl.sluiswachter.transferlog.search.SearchTooWide;
import nl.sluiswachter.transferlog.search.Turns;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FiguresTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final Oin SENDER = new Oin("00000099000000001000");
    private static final Oin OTHER = new Oin("00000099000000001100");

    private final TestDatabase database = TestDatabase.create();
    private final SomeShards shards = new SomeShards(database.asApplication(), 2);
    private final DataSource source = database.asApplication();
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    private final Figures figures = new Figures(JdbcClient.create(source), transactions, () -> LAW);

    @Test
    void countsEachDecisionOfEveryShardOnce() {
        shards.write(0, 3);
        shards.write(1, 2);
        figures.count();
        figures.count();
        shards.write(0, 4);
        figures.count();

        assertThat(figures.of(FigureQuery.months(MONTH, MONTH), SENDER))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.transfers()).isEqualTo(9);
                    assertThat(figure.month()).isEqualTo(MONTH);
                    assertThat(figure.sender()).isEqualTo(SENDER);
                    assertThat(figure.receiver()).isEmpty();
                });
        assertThat(figures.of(FigureQuery.months(MONTH.plusMonths(1), MONTH.plusMonths(1)), SENDER))
                .isEmpty();
        assertThat(figures.of(FigureQuery.months(MONTH.minusMonths(1), MONTH.minusMonths(1)), SENDER))
                .isEmpty();
    }

    @Test
    void addsUpWhatItCountsTurnByTurn() {
        for (int turn = 0; turn < 3; turn++) {
            shards.write(0, 9);
            JdbcClient.create(database.asOwner())
                    .sql(
                            """
                            update transfer_log set outcome = (array['PERMIT', 'DENY', 'DENY'])[1 + position %% 3],
                                   reason = (array[null, 'AGE_UNKNOWN', 'CONSENT_REQUIRED'])[1 + position %% 3],
                                   receiver = (array['%1$s', '%2$s'])[1 + position %% 2]
                             where position >= %3$d
                            """
                                    .formatted(SENDER.value(), OTHER.value(), 9 * turn))
                    .update();
            figures.count();
        }

        Sums sums = figures.sums(FigureQuery.months(MONTH, MONTH), Optional.empty(), MONTH.atDay(1));
        assertThat(sums.exchanges())
                .extracting(Exchanged::tally)
                .containsExactlyInAnyOrder(new Tally(5, 9, 0, 0), new Tally(4, 9, 0, 0));
        assertThat(sums.months()).containsExactly(Map.entry(MONTH, new Tally(9, 18, 0, 0)));
        assertThat(sums.reasons()).isEqualTo(Map.of("AGE_UNKNOWN", 9L, "CONSENT_REQUIRED", 9L));
        List<Exchange> all = sums.exchanges().stream().map(Exchanged::exchange).toList();
        assertThat(figures.sums(FigureQuery.months(MONTH, MONTH), Optional.of(all), MONTH.atDay(1)))
                .as("line by line it comes to the same")
                .extracting(Sums::reasons)
                .isEqualTo(sums.reasons());
        assertThat(figures
                        .sums(FigureQuery.months(MONTH, MONTH), Optional.of(all.subList(0, 1)), MONTH.atDay(1))
                        .reasons()
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(9);
    }

    /** Also its reasons: they would tell that there were reports, and of how many something was missing. */
    @Test
    void addsUpNoReasonOfAConfidentialTypeNorOfWhatWasNotAsked() {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        owner.sql(
                        """
                        insert into log_figures (month, exchange_type, sender, receiver, outcome, reason, transfers)
                        values (date '2026-11-01', 'VT_REPORT', :sender, :other, 'DENY', 'MINIMUM_MISSING', 2),
                               (date '2026-11-01', 'WMO_ALLOCATION', :sender, :other, 'DENY', 'AGE_UNKNOWN', 3),
                               (date '2026-11-01', 'JW_ALLOCATION', :other, :third, 'DENY', 'CONSENT_REQUIRED', 4),
                               (date '2026-10-01', 'WMO_ALLOCATION', :sender, :other, 'DENY', 'CONSENT_EXPIRED', 5)
                        """)
                .param("sender", SENDER.value())
                .param("other", OTHER.value())
                .param("third", "00000099000000002000")
                .update();
        AddedUp.figures(owner);
        FigureQuery month = FigureQuery.months(MONTH, MONTH);

        assertThat(reasons(month)).isEqualTo(Map.of("AGE_UNKNOWN", 3L, "CONSENT_REQUIRED", 4L));
        assertThat(reasons(new FigureQuery(MONTH, MONTH, Optional.empty(), Optional.of("WMO_ALLOCATION"))))
                .isEqualTo(Map.of("AGE_UNKNOWN", 3L));
        assertThat(reasons(new FigureQuery(MONTH, MONTH, Optional.of(SENDER), Optional.empty())))
                .isEqualTo(Map.of("AGE_UNKNOWN", 3L));
        assertThat(reasons(FigureQuery.months(MONTH.minusMonths(1), MONTH))).containsEntry("CONSENT_EXPIRED", 5L);
    }

    private Map<String, Long> reasons(FigureQuery query) {
        return figures.sums(query, Optional.empty(), MONTH.atDay(1)).reasons();
    }

    /** The role of the gateway may write one. */
    @Test
    void aDecisionThatSaysNothingStopsNoCounting() {
        shards.write(0, 2);
        JdbcClient.create(source)
                .sql(
                        "insert into transfer_log (shard, position, entry_id, recorded_at, kind, entry, entry_hash, transfer_id,"
                                + " outcome, reason, receiver) select shard, 0, gen_random_uuid(), now() + n * interval '1 second',"
                                + " kind, '{}', sha256('{}'), '00000000-0000-0000-0000-000000000001', outcome, 'X', 'Y' from log_shard,"
                                + " (values (1, 'DECISION', null), (2, 'DECISION', 'DENY'), (3, 'DECISION', 'PERMIT'),"
                                + " (4, 'ACKNOWLEDGED', null)) as said (n, kind, outcome)")
                .update();

        figures.count();

        assertThat(figures.of(FigureQuery.months(MONTH, MONTH), SENDER).get(0).transfers())
                .isEqualTo(2);
    }

    @Test
    void countsOnceWhenTwoInstancesCountAtTheSameTime() {
        shards.write(0, 50);
        List<CompletableFuture<Void>> both = IntStream.range(0, 4)
                .mapToObj(number -> Threads.<Void>start(() -> {
                    figures.count();
                    return null;
                }))
                .toList();
        both.forEach(CompletableFuture::join);
        figures.count();

        assertThat(figures.of(FigureQuery.months(MONTH, MONTH), SENDER).get(0).transfers())
                .isEqualTo(50);
    }

    /** Locks of that kind can be taken by whoever may connect, and be kept. */
    @Test
    void somebodyWhoKeepsEntriesFromBeingCountedIsSeen() throws Exception {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        shards.write(0, 1);
        figures.count();
        owner.sql("update log_batch set written_at = now() - interval '1 day'").update();
        assertThat(figures.age()).isZero();
        try (Connection hostile = source.getConnection();
                Statement statement = hostile.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('log_figures', 0))");
            shards.write(0, 1);
            figures.count();
            owner.sql("update log_batch set written_at = now() - interval '11 minutes' where first_position = 1")
                    .update();

            assertThat(figures.age()).isBetween(Duration.ofMinutes(11), Duration.ofMinutes(12));
            assertThat(figures.complaint().orElseThrow()).endsWith(" s; somebody may hold its lock");
        }
        figures.count();

        assertThat(figures.complaint()).isEmpty();
    }

    @Test
    void waitsForNoRowThatSomebodyKeeps() throws Exception {
        shards.write(0, 1);
        try (Connection hostile = source.getConnection();
                Statement statement = hostile.createStatement()) {
            hostile.setAutoCommit(false);
            statement.execute("insert into log_figures_progress values (1, 0)");

            assertThatThrownBy(figures::count).hasMessageContaining("canceling statement due to lock timeout");
            hostile.rollback();
        }
        figures.count();

        assertThat(figures.age()).isZero();
    }

    @Test
    void showsAConfidentialTypeOnlyToWhoTookPart() {
        shards.write(0, 1);
        figures.count();
        JdbcClient.create(database.asOwner())
                .sql("update log_figures set exchange_type = 'VT_REPORT'")
                .update();

        assertThat(figures.of(FigureQuery.months(MONTH, MONTH), SENDER)).hasSize(1);
        assertThat(figures.of(FigureQuery.months(MONTH, MONTH), OTHER)).isEmpty();
    }

    @Test
    void showsAnUnknownTypeOnlyToWhoTookPart() {
        shards.write(0, 1);
        figures.count();
        JdbcClient.create(database.asOwner())
                .sql("update log_figures set exchange_type = 'NO_LONGER_KNOWN'")
                .update();

        assertThat(figures.of(FigureQuery.months(MONTH, MONTH), OTHER)).isEmpty();
    }

    @Test
    void sumsThatTakeTooLongAreTooWide() throws Exception {
        Figures impatient = figures(new Turns(1, Duration.ofSeconds(1)));
        try (Connection other = database.asOwner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table log_exchanged in access exclusive mode");

            assertThatThrownBy(() -> impatient.exchanged(FigureQuery.months(MONTH, MONTH)))
                    .isInstanceOf(SearchTooWide.class);
            other.rollback();
        }
        assertThat(impatient.exchanged(FigureQuery.months(MONTH, MONTH)))
                .as("its turn was given back")
                .isEmpty();
    }

    @Test
    void sumsThatHaveNoTurnInTimeAreNotTooWide() {
        Figures busy = figures(new Turns(0, Duration.ofMillis(1)));

        assertThatThrownBy(() -> busy.exchanged(FigureQuery.months(MONTH, MONTH)))
                .isInstanceOf(SearchBusy.class);
    }

    private Figures figures(Turns turns) {
        return new Figures(JdbcClient.create(source), transactions, () -> LAW, turns);
    }
}
