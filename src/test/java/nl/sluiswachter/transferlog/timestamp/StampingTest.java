package nl.sluiswachter.transferlog.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.sluiswachter.kernel.crypto.TimeStampRefused;
import nl.sluiswachter.kernel.crypto.TimeStamps;
import nl.sluiswachter.support.MovableClock;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.sql.TurnTable;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.witness.DeskAnswer;
import nl.sluiswachter.transferlog.witness.SomeAddress;
import nl.sluiswachter.verifier.SomeTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class StampingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private final SomeAuthority authority = new SomeAuthority(clock);
    private final TimeStamps believed = new TimeStamps(List.of(authority.root()));
    private final AtomicInteger asked = new AtomicInteger();
    private SomeTree log;
    private JdbcClient jdbc;
    private TimeStampTable table;

    @BeforeEach
    void writeALog() {
        TestDatabase database = TestDatabase.create();
        log = new SomeTree(database, folder);
        jdbc = JdbcClient.create(database.asApplication());
        table = new TimeStampTable(jdbc);
        log.decide(0, 1);
        log.publish();
    }

    @Test
    void stampsTheNewestCheckpointAndKeepsTheToken() throws Exception {
        String failure = turn(authority::answer);

        byte[] token = table.find(1).orElseThrow();
        assertThat(failure).isEmpty();
        assertThat(believed.check(token, Stamping.hash(log.head())).at()).isEqualTo(clock.instant());
        assertThat(table.newest()).containsExactly(new TimeStampTable.Stamped(1, clock.instant()));
    }

    @Test
    void asksOnceInAWhileAndOnlyWhenTheLogGrew() {
        turn(authority::answer);
        turn(authority::answer);
        clock.pass(HOUR);
        turn(authority::answer);
        assertThat(asked).hasValue(1);

        log.decide(0, 2);
        log.publish();
        turn(authority::answer);

        assertThat(asked).hasValue(2);
        assertThat(table.newest()).extracting(TimeStampTable.Stamped::size).containsExactly(2L, 1L);
    }

    @Test
    void whatSaysATimeThatHasNotComeKeepsTheAuthorityFromBeingAskedNoMore() {
        jdbc.sql("insert into log_turn values ('timestamp', now() + interval '100 years')")
                .update();
        jdbc.sql("insert into log_timestamp values (1, 1000, now() + interval '100 years', 'nothing')")
                .update();

        assertThat(turn(authority::answer)).isEmpty();
        assertThat(table.find(1)).isPresent();
    }

    @Test
    void keepsNothingThatItDoesNotBelieve() {
        SomeAuthority stranger = new SomeAuthority(clock);
        byte[] earlier = authority.stamp(believed.request(new byte[32]));
        String notBelieved = "The time stamp is not signed by an authority that is believed.";
        String notAsked = "The answer of the authority is none to what was asked.";

        assertThat(turn(stranger::answer)).isEqualTo(notBelieved);
        assertThat(later(body -> new DeskAnswer(200, "", earlier))).isEqualTo(notAsked);
        assertThat(later(body -> new DeskAnswer(200, "", new byte[3]))).isEqualTo(notAsked);
        assertThat(later(body -> new DeskAnswer(200, "", new byte[100_000]))).isEqualTo("It cannot be reached.");
        assertThat(later(body -> new DeskAnswer(500, "", new byte[0]))).isEqualTo("It answers with status 500.");
        assertThat(table.newest()).isEmpty();

        assertThat(later(authority::answer)).isEmpty();
        assertThat(table.newest()).hasSize(1);
    }

    @Test
    void keepsNoStampOfATimeThatHasNotCome() {
        String failure = turn(body -> {
            clock.pass(Duration.ofMinutes(6));
            DeskAnswer ahead = authority.answer(body);
            clock.pass(Duration.ofMinutes(-6));
            return ahead;
        });

        assertThat(failure).isEqualTo("It says a time that has not come.");
        assertThat(table.newest()).isEmpty();
    }

    @Test
    void aStampIsOfOneHashAndOfNoOther() throws Exception {
        byte[] hash = Stamping.hash(log.head());
        byte[] request = believed.request(hash);
        byte[] token = believed.read(request, authority.stamp(request)).token();
        byte[] touched = token.clone();
        touched[touched.length - 1]++;

        assertThatThrownBy(() -> believed.check(token, new byte[32]))
                .isInstanceOf(TimeStampRefused.class)
                .hasMessage("The time stamp is of something else.");
        assertThatThrownBy(() -> believed.check(touched, hash)).isInstanceOf(TimeStampRefused.class);
        assertThatThrownBy(() -> believed.check(new byte[9], hash)).isInstanceOf(TimeStampRefused.class);
    }

    @Test
    void aCertificateIsJudgedAsOfTheMomentOfTheStamp() throws Exception {
        byte[] request = believed.request(new byte[32]);
        byte[] good = authority.stamp(request);
        clock.pass(Duration.ofDays(2));
        byte[] late = authority.stamp(request);

        assertThat(believed.read(request, good).at()).isBefore(clock.instant());
        assertThatThrownBy(() -> believed.read(request, late)).isInstanceOf(TimeStampRefused.class);
    }

    private String later(Function<byte[], DeskAnswer> answers) {
        clock.pass(Duration.ofMinutes(1));
        return turn(answers);
    }

    private String turn(Function<byte[], DeskAnswer> answers) {
        try (SomeAddress address = new SomeAddress(body -> {
            asked.incrementAndGet();
            return answers.apply(body);
        })) {
            Stamping stamping = new Stamping(
                    URI.create(address.url() + "/add-checkpoint"),
                    believed,
                    SomeAddress.connection(folder, Duration.ofSeconds(20), 64 * 1024),
                    HOUR,
                    new CheckpointTable(jdbc),
                    table,
                    new TurnTable(jdbc),
                    clock);
            stamping.turn();
            return stamping.failure();
        }
    }
}
