package nl.sluiswachter.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.delivery.Handed;
import nl.sluiswachter.delivery.SomeDeliveries;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.support.MovableClock;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transfer.CheckName;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.JdbcRegisters;
import nl.sluiswachter.transfer.PartlyBlind;
import nl.sluiswachter.transfer.Registers;
import nl.sluiswachter.transfer.Submitted;
import nl.sluiswachter.transferlog.Recorded;
import nl.sluiswachter.transferlog.SomeLog;
import nl.sluiswachter.transferlog.TransferLog;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of readiness and of the alarm, on the real log. */
class CanariesTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Registers registers = new JdbcRegisters(JdbcClient.create(DATABASE.asApplication()));
    private final TransferLog log = SomeLog.on(DATABASE.asApplication(), clock);
    private Catalogue law = LAW;
    private Function<PartlyBlind, PartlyBlind> sight = Function.identity();
    private Set<String> lost = Set.of();
    private final Canaries canaries = canaries();

    private Canaries canaries() {
        CanaryMetrics metrics = new CanaryMetrics(meters);
        Canaries made = new Canaries(
                () -> law,
                new CanaryMessages(new UuidV7(Clock.systemUTC()), clock),
                new CanaryJudge(log, SomeDeliveries.on(DATABASE.asApplication())),
                metrics,
                clock,
                EVERY);
        metrics.watch(made);
        return made;
    }

    @Test
    void isNotReadyBeforeTheFirstTurn() {
        assertThat(canaries.problems()).containsValue("NOT_RUN");
        canaries.due();
        assertThat(canaries.problems()).hasSize(canaries.size()).containsEntry("VT_REPORT", "NOT_RUN");
    }

    @Test
    void isReadyOnceEveryCanaryWasRefused() throws InterruptedException {
        assertThat(canaries.awaitFirstTurn(Duration.ZERO)).isFalse();

        assertThat(turn()).hasSize(canaries.size());

        assertThat(canaries.problems()).isEmpty();
        assertThat(canaries.awaitFirstTurn(Duration.ZERO)).isTrue();
        assertThat(failing()).isZero();
        assertThat(runs("refused")).isEqualTo(canaries.size());
    }

    @Test
    void aBlindCheckRaisesTheAlarmAndARepairEndsIt() {
        turn();
        sight = seen -> seen.without(CheckName.CONSENT);
        clock.pass(EVERY);

        turn();

        assertThat(canaries.problems()).hasSize(canaries.size()).allSatisfy((id, what) -> assertThat(what)
                .isEqualTo("UNSEEN_BY_CONSENT"));
        assertThat(failing()).isEqualTo(canaries.size());
        assertThat(runs("failed")).isEqualTo(canaries.size());
        sight = Function.identity();
        clock.pass(Flock.RETRY);
        turn();
        assertThat(canaries.problems()).isEmpty();
        assertThat(failing()).isZero();
    }

    @Test
    void checksThatObjectToNothingRaiseTheAlarmAndLeaveNothingToDeliver() {
        sight = seen -> {
            PartlyBlind blind = seen;
            for (CheckName check : CheckName.values()) {
                blind = blind.lenient(check);
            }
            return blind;
        };

        turn();

        assertThat(canaries.problems()).hasSize(canaries.size());
        assertThat(rows("delivery")).isZero();
    }

    @Test
    void aDecisionThatDoesNotStandInTheLogRaisesTheAlarm() {
        Submitted canary = canaries.due().get(0);

        canaries.judge(new Handed(SomeLog.unwritten(decide(canary)), false));

        assertThat(canaries.problems()).containsValue("NOT_LOGGED");
    }

    @Test
    void aCanaryThatWasHandedOverRaisesTheAlarm() {
        Submitted canary = canaries.due().get(0);

        canaries.judge(new Handed(log.record(decide(canary)), true));

        assertThat(canaries.problems()).containsValue("NOT_KEPT_IN");
    }

    @Test
    void saysOfATypeHowManyThereAreAndHowManyAreWrong() {
        ExchangeType report = LAW.types().get("VT_REPORT");
        ExchangeType reuse = LAW.types().get("MUNICIPAL_REUSE");
        assertThat(canaries.of(reuse))
                .isEqualTo(
                        new Canaries.OfType(reuse.rules().size(), reuse.rules().size()));
        lost = Set.of("VT_REPORT");
        turn();

        assertThat(reuse.rules()).hasSizeGreaterThan(1);
        assertThat(canaries.of(reuse))
                .isEqualTo(new Canaries.OfType(reuse.rules().size(), 0));
        assertThat(canaries.of(report)).isEqualTo(new Canaries.OfType(1, 1));
    }

    @Test
    void noReceiptIsSignedForACanary() {
        Submitted canary = canaries.due().get(0);

        Recorded recorded = log.record(decide(canary));

        assertThat(log.hasCanary(canary.transferId())).isTrue();
        assertThat(recorded.answer().has("decision")).isTrue();
        assertThat(recorded.answer().has("receipt")).isFalse();
    }

    @Test
    void whatGetsNoDecisionRaisesTheAlarm() {
        lost = Set.of("VT_REPORT");

        turn();

        assertThat(canaries.problems()).containsExactly(Map.entry("VT_REPORT", "NO_DECISION"));
    }

    @Test
    void whileNothingComesBackOneIsSentNowAndThen() {
        lost = LAW.types().keySet();
        turn();
        assertThat(turn()).isEmpty();
        clock.pass(Canaries.PAUSE);
        assertThat(turn()).hasSize(1);
        assertThat(turn()).isEmpty();

        lost = Set.of();
        clock.pass(Canaries.PAUSE);
        assertThat(turn()).hasSize(1);
        assertThat(turn()).hasSize(canaries.size() - 1);
        assertThat(canaries.problems()).isEmpty();
    }

    @Test
    void afterTheFirstTurnTheyAreSpreadAndEachFliesEveryInterval() {
        turn();
        Set<String> flown = new HashSet<>();
        int most = 0;
        for (Duration passed = Duration.ZERO; passed.compareTo(EVERY) < 0; passed = passed.plusSeconds(1)) {
            clock.pass(Duration.ofSeconds(1));
            List<Submitted> sent = turn();
            most = Math.max(most, sent.size());
            sent.forEach(one -> flown.add(one.type().id()));
            assertThat(canaries.problems()).isEmpty();
        }

        assertThat(flown).isEqualTo(LAW.types().keySet());
        assertThat(most).isOne();
    }

    @Test
    void anOldRefusalDoesNotCountAnyMore() {
        turn();
        clock.pass(EVERY.multipliedBy(3));
        assertThat(canaries.problems()).isEmpty();

        clock.pass(Duration.ofSeconds(1));

        assertThat(canaries.problems()).hasSize(canaries.size()).containsValue("NOT_RUN");
    }

    @Test
    void aNewCatalogueGetsItsCanariesAtOnceAndTakesNoNodeOut() {
        law = without("VT_REPORT");
        turn();
        law = LAW;

        List<Submitted> due = canaries.due();

        assertThat(canaries.problems()).isEmpty();
        assertThat(due).hasSize(canaries.size()).allMatch(one -> one.catalogue() == LAW);
    }

    @Test
    void aNewCatalogueIsNoRepair() {
        law = without("VT_REPORT");
        sight = seen -> seen.without(CheckName.SECRECY);
        turn();
        law = LAW;

        canaries.due();

        assertThat(canaries.problems())
                .doesNotContainKey("VT_REPORT")
                .hasSize(canaries.size() - 1)
                .containsValue("UNSEEN_BY_SECRECY");
    }

    /** What the route does: every canary down the path, then the end of the turn. */
    private List<Submitted> turn() {
        List<Submitted> due = canaries.due();
        due.stream()
                .filter(canary -> !lost.contains(canary.type().id()))
                .forEach(canary -> canaries.judge(new Handed(log.record(decide(canary)), false)));
        canaries.settle();
        return due;
    }

    private Decided decide(Submitted canary) {
        return sight.apply(PartlyBlind.on(canary, registers)).decide();
    }

    private static Catalogue without(String type) {
        Map<String, ExchangeType> types = new HashMap<>(LAW.types());
        types.remove(type);
        return new Catalogue(
                "sha256:other",
                LAW.articles(),
                LAW.capacities(),
                LAW.fields(),
                LAW.reuse(),
                LAW.ages(),
                LAW.texts(),
                LAW.voices(),
                types);
    }

    private double failing() {
        return meters.get("sluiswachter.canary.failing").gauge().value();
    }

    private double runs(String outcome) {
        return meters.get("sluiswachter.canary.runs")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static long rows(String... tables) {
        return Stream.of(tables)
                .mapToLong(table -> JdbcClient.create(DATABASE.asOwner())
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .sum();
    }
}
