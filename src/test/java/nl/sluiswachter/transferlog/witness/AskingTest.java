package nl.sluiswachter.transferlog.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.sluiswachter.support.MovableClock;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.merkle.Cosignature;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.Trust;
import nl.sluiswachter.transferlog.merkle.TrustPolicy;
import nl.sluiswachter.transferlog.merkle.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two real logs on two databases, over TLS. */
class AskingTest {

    private static final String OURS = "00000099000000000100";
    private static final String THEIRS = "00000099000000000200";

    @TempDir
    private Path folder;

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private SomeHouse we;
    private SomeHouse they;
    private SomeAddress theirDesk;
    private AtomicInteger asked;

    @BeforeEach
    void openTwoHouses() {
        asked = new AtomicInteger();
        we = new SomeHouse(TestDatabase.create(), folder, OURS, clock);
        they = new SomeHouse(TestDatabase.create(), folder, THEIRS, clock);
        WitnessDesk desk = they.deskFor(we.log.key());
        theirDesk = new SomeAddress(body -> {
            asked.incrementAndGet();
            return desk.answer(body);
        });
        grow(3);
    }

    @AfterEach
    void close() {
        theirDesk.close();
    }

    @Test
    void twoLogsWitnessEachOther() {
        they.log.decide(0, 1);
        they.log.publish();
        try (SomeAddress ourDesk = new SomeAddress(we.deskFor(they.log.key())::answer)) {
            we.asking(they, theirDesk).ask();
            they.asking(we, ourDesk).ask();
        }

        assertThat(trust(we, they, we.head())).isInstanceOf(Trust.Given.class);
        assertThat(trust(they, we, they.head())).isInstanceOf(Trust.Given.class);
    }

    @Test
    void addsTheCosignatureToThePublishedCheckpoint() {
        we.asking(they, theirDesk).ask();

        assertThat(trust(we, they, we.head()))
                .isInstanceOfSatisfying(Trust.Given.class, given -> assertThat(given.cosignatures())
                        .singleElement()
                        .satisfies(signature -> assertThat(Cosignature.seconds(signature))
                                .contains(clock.instant().getEpochSecond())));
        assertThat(we.checkpoints.witnessed(1)).contains(we.head());
        assertThat(we.checkpoints.witnessed(2)).isEmpty();
        assertThat(we.table.failure(they.id())).isEmpty();
    }

    @Test
    void keepsTheNewestWitnessedCheckpointWhileTheLogGrows() {
        we.asking(they, theirDesk).ask();
        SignedCheckpoint witnessed = we.head();
        grow(300);

        assertThat(trust(we, they, we.head())).isInstanceOf(Trust.Refused.class);
        assertThat(we.checkpoints.witnessed(1)).contains(witnessed);
    }

    @Test
    void provesThatTheLogContinuesWhatTheWitnessSaw() {
        we.asking(they, theirDesk).ask();
        grow(300);
        clock.pass(SomeHouse.PAUSE);
        we.asking(they, theirDesk).ask();

        assertThat(trust(we, they, we.head())).isInstanceOf(Trust.Given.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void goesByWhatTheWitnessKnowsWhenItForgotItself() {
        we.asking(they, theirDesk).ask();
        grow(2);
        JdbcClient.create(we.database.asOwner())
                .sql("delete from log_cosignature")
                .update();
        clock.pass(SomeHouse.PAUSE);
        we.asking(they, theirDesk).ask();

        assertThat(trust(we, they, we.head())).isInstanceOf(Trust.Given.class);
        assertThat(asked).hasValue(3);
    }

    @Test
    void asksNoOftenerThanItMayAndAgainWhenNothingGrew() {
        we.asking(they, theirDesk).ask();
        we.asking(they, theirDesk).ask();
        assertThat(asked).hasValue(1);

        clock.pass(SomeHouse.PAUSE);
        we.asking(they, theirDesk).ask();

        assertThat(asked).hasValue(2);
        assertThat(we.cosignatures.last(they.id(), clock.instant())).contains(clock.instant());
    }

    /** Whoever may write those tables could otherwise have no witness asked, and it would look as if they all cosigned. */
    @Test
    void whatSaysATimeThatHasNotComeKeepsNoWitnessFromBeingAsked() {
        we.jdbc
                .sql("insert into log_turn values (?, now() + interval '100 years')")
                .param("witness " + they.id())
                .update();
        we.jdbc
                .sql("insert into log_cosignature values (1, 1, ?, now() + interval '100 years', 'nothing')")
                .param(they.id())
                .update();
        assertThat(we.cosignatures.last(they.id(), clock.instant())).isEmpty();

        we.asking(they, theirDesk).ask();

        assertThat(we.cosignatures.last(they.id(), clock.instant())).contains(clock.instant());
        assertThat(trust(we, they, we.head())).isInstanceOf(Trust.Given.class);
    }

    @Test
    void raisesAnAlarmWhenTheWitnessSawMoreThanThereIs() {
        TestDatabase backup = we.database.copy();
        grow(2);
        we.asking(they, theirDesk).ask();
        we = new SomeHouse(backup, folder, OURS, clock);
        we.asking(they, theirDesk).ask();

        assertThat(we.alarms()).containsExactly("SHRUNK");
        assertThat(we.table.failure(they.id())).contains("SHRUNK");
    }

    @Test
    void raisesAnAlarmWhenTheWitnessSawAnotherTreeOfTheSameSize() {
        TestDatabase backup = we.database.copy();
        grow(2);
        we.asking(they, theirDesk).ask();
        we = new SomeHouse(backup, folder, OURS, clock);
        we.log.signWith("another memory");
        grow(2);
        we.asking(they, theirDesk).ask();

        assertThat(we.alarms()).containsExactly("FORKED");
    }

    @Test
    void raisesAnAlarmWhenTheLogDoesNotContinueWhatTheWitnessSaw() {
        TestDatabase backup = we.database.copy();
        grow(2);
        we.asking(they, theirDesk).ask();
        we = new SomeHouse(backup, folder, OURS, clock);
        we.log.signWith("another memory");
        grow(5);
        we.asking(they, theirDesk).ask();

        assertThat(we.alarms()).containsExactly("INCONSISTENT");
        assertThat(we.checkpoints.witnessed(1)).isEmpty();
    }

    @Test
    void saysWhyAWitnessDidNotCosign() {
        SomeHouse stranger = new SomeHouse(TestDatabase.create(), folder, "00000099000000000300", clock);
        MovableClock late = new MovableClock(clock.instant().minus(Duration.ofMinutes(6)));
        WitnessDesk unaware = they.deskFor(they.log.key());
        WitnessDesk behind = they.desk(late, we.log.key());
        WitnessDesk somebodyElse = stranger.deskFor(we.log.key());
        Map<Function<byte[], DeskAnswer>, String> answers = Map.of(
                unaware::answer,
                "LOG_UNKNOWN",
                behind::answer,
                "WRONG_TIME",
                somebodyElse::answer,
                "BAD_ANSWER",
                body -> DeskAnswer.cosigned(new byte[0]),
                "BAD_ANSWER",
                body -> DeskAnswer.cosigned(new byte[70_000]),
                "UNREACHABLE",
                body -> new DeskAnswer(409, "text/x.tlog.size", "many\n".getBytes(StandardCharsets.US_ASCII)),
                "BAD_ANSWER",
                body -> DeskAnswer.refused(403, "no"),
                "KEY_UNKNOWN",
                body -> DeskAnswer.refused(503, "no"),
                "UNEXPECTED_STATUS");

        answers.forEach((answer, failure) -> {
            clock.pass(SomeHouse.PAUSE);
            late.pass(SomeHouse.PAUSE);
            try (SomeAddress address = new SomeAddress(answer)) {
                we.asking(they, address).ask();
            }
            assertThat(we.table.failure(they.id())).contains(failure);
        });
        assertThat(we.alarms()).isEmpty();
        assertThat(we.checkpoints.witnessed(1)).isEmpty();
    }

    @Test
    void givesUpOnAWitnessThatIsGoneOrSlow() {
        CountDownLatch end = new CountDownLatch(1);
        SomeAddress gone = new SomeAddress(body -> DeskAnswer.refused(503, "no"));
        Asking ofGone = we.asking(they, gone);
        gone.close();
        ofGone.ask();
        assertThat(we.table.failure(they.id())).contains("UNREACHABLE");

        clock.pass(SomeHouse.PAUSE);
        try (SomeAddress slow = new SomeAddress(body -> waiting(end))) {
            we.asking(they, slow, Duration.ofMillis(300)).ask();
            end.countDown();
        }

        assertThat(we.table.failure(they.id())).contains("TIMED_OUT");
    }

    @Test
    void aWitnessThatHangsDelaysNeitherTheTurnNorTheOthers() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch otherWasAsked = new CountDownLatch(1);
        SomeHouse other = new SomeHouse(TestDatabase.create(), folder, "00000099000000000300", clock);
        try (SomeAddress slow = new SomeAddress(body -> waiting(end));
                SomeAddress quick = new SomeAddress(body -> {
                    otherWasAsked.countDown();
                    return DeskAnswer.refused(503, "no");
                });
                WitnessRound round = new WitnessRound(
                        Map.of(they.id(), we.asking(they, slow), other.id(), we.asking(other, quick)))) {
            round.turn();
            round.turn();

            assertThat(otherWasAsked.await(20, java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
            end.countDown();
        }
    }

    @Test
    void tellsHowOldTheLastCosignatureIsAndWhetherThereAreEnough() throws Exception {
        Witness witness = Witness.of(they.witnessKey(), theirDesk.url());
        WitnessStatus status = new WitnessStatus(List.of(witness), 1, Duration.ofMinutes(1), we.jdbc, clock);
        assertThat(status.isWitnessed()).isFalse();

        we.asking(they, theirDesk).ask();
        clock.pass(Duration.ofSeconds(42));
        assertThat(status.isWitnessed()).isTrue();
        assertThat(status.all()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("sluiswachter/" + THEIRS + "/witness");
            assertThat(one.age()).contains(Duration.ofSeconds(42));
        });

        clock.pass(Duration.ofSeconds(19));
        assertThat(status.isWitnessed()).isFalse();
    }

    private void grow(int entries) {
        we.log.shards().write(0, entries);
        we.log.publish();
    }

    private static DeskAnswer waiting(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return DeskAnswer.refused(503, "no");
    }

    private static Trust trust(SomeHouse house, SomeHouse witness, SignedCheckpoint checkpoint) {
        try {
            VerifierKey key = VerifierKey.parse(house.log.key());
            return new TrustPolicy(
                            key.key().name(),
                            List.of(key.verifier(Ed25519.types())),
                            List.of(VerifierKey.parse(witness.witnessKey()).verifier(Ed25519.types())),
                            1)
                    .check(checkpoint);
        } catch (nl.sluiswachter.transferlog.merkle.Malformed e) {
            throw new AssertionError(e);
        }
    }
}
