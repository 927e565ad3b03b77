package nl.sluiswachter.delivery;

import static nl.sluiswachter.delivery.World.LEASE;
import static nl.sluiswachter.delivery.World.OTHER;
import static nl.sluiswachter.delivery.World.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PushEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushQueueTest {

    private static final PushEndpoint ENDPOINT =
            new PushEndpoint(URI.create("https://receiver.example/inbox"), "trust");

    private final World world = new World();

    @BeforeEach
    void receiversHaveEndpoints() {
        world.pushTo(RECEIVER, ENDPOINT);
        world.pushTo(OTHER, ENDPOINT);
    }

    @Test
    void neverGivesOneMessageToTwoWorkers() throws Exception {
        List<UUID> queued =
                IntStream.range(0, 200).mapToObj(i -> world.queue(RECEIVER)).toList();
        int workers = 4;
        CyclicBarrier start = new CyclicBarrier(workers);
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        Callable<List<Claim>> worker = () -> {
            start.await();
            return claimUntilNoneIsLeft();
        };

        List<Claim> claimed = new ArrayList<>();
        for (Future<List<Claim>> done : threads.invokeAll(java.util.Collections.nCopies(workers, worker))) {
            claimed.addAll(done.get());
        }
        threads.shutdown();

        assertThat(claimed).extracting(Claim::transferId).containsExactlyInAnyOrderElementsOf(queued);
    }

    @Test
    void takesNoMoreThanAskedOldestFirst() {
        UUID first = world.queue(RECEIVER);
        world.clock.pass(Duration.ofSeconds(1));
        world.queue(RECEIVER);

        assertThat(claim(1)).extracting(Claim::transferId).containsExactly(first);
    }

    @Test
    void givesAMessageAgainWhenTheLeaseOfADeadWorkerHasPassed() {
        UUID id = world.queue(RECEIVER);
        Claim dead = claim(10).get(0);
        world.clock.pass(LEASE.minusMillis(1));
        assertThat(claim(10)).isEmpty();

        world.clock.pass(Duration.ofMillis(1));
        List<Claim> again = claim(10);

        assertThat(again).containsExactly(new Claim(id, RECEIVER, 2, World.TRACE.header()));
        assertThat(world.dispatch.open(dead)).isEmpty();
        assertThat(world.dispatch.open(again.get(0))).isPresent();
    }

    @Test
    void waitsLongerAfterEachFailure() {
        world.queue(RECEIVER);

        world.dispatch.failed(claim(10).get(0), Failure.REFUSED);
        assertThat(dueAfter(Duration.ofSeconds(5))).isTrue();
        world.dispatch.failed(claim(10).get(0), Failure.REFUSED);
        assertThat(dueAfter(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void leavesAReceiverAloneThatFailedThreeTimesInARowButNotTheOthers() {
        IntStream.range(0, 4).forEach(i -> world.queue(RECEIVER));
        List<Claim> claims = claim(3);
        claims.forEach(claim -> world.dispatch.failed(claim, Failure.CONNECT_FAILED));
        UUID elsewhere = world.queue(OTHER);

        assertThat(claim(10)).extracting(Claim::transferId).containsExactly(elsewhere);

        world.clock.pass(World.FIRST_RETRY.multipliedBy(3));
        assertThat(claim(10)).extracting(Claim::receiver).contains(RECEIVER);
    }

    @Test
    void forgetsEarlierFailuresWhenAReceiverTakesAMessage() {
        IntStream.range(0, 4).forEach(i -> world.queue(RECEIVER));
        List<Claim> claims = claim(3);
        world.dispatch.failed(claims.get(0), Failure.CONNECT_FAILED);
        world.dispatch.failed(claims.get(1), Failure.CONNECT_FAILED);
        world.dispatch.taken(claims.get(2), java.util.Optional.empty());

        assertThat(claim(10)).hasSize(1);
    }

    @Test
    void countsWhatWaitsAndHowLong() {
        world.queue(RECEIVER);
        world.clock.pass(Duration.ofSeconds(90));

        assertThat(world.meters.get("sluiswachter.delivery.due").gauge().value())
                .isEqualTo(1);
        assertThat(world.meters
                        .get("sluiswachter.delivery.oldest.seconds")
                        .gauge()
                        .value())
                .isEqualTo(90);
    }

    private List<Claim> claimUntilNoneIsLeft() {
        List<Claim> all = new ArrayList<>();
        List<Claim> some;
        do {
            some = claim(7);
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    private boolean dueAfter(Duration wait) {
        world.clock.pass(wait.minusMillis(1));
        boolean tooEarly = !claimable().isEmpty();
        world.clock.pass(Duration.ofMillis(1));
        return !tooEarly && !claimable().isEmpty();
    }

    private List<Oin> claimable() {
        return world.owner
                .sql("select receiver from delivery where due_at <= :now and claimed_until is null")
                .param("now", Timestamps.of(world.clock.instant()))
                .query((row, number) -> new Oin(row.getString(1)))
                .list();
    }

    private List<Claim> claim(int most) {
        Instant now = world.clock.instant();
        return world.queue.claim(now, now.plus(LEASE), most);
    }
}
