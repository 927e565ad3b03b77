package nl.sluiswachter.canary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.delivery.Handed;
import nl.sluiswachter.transfer.Submitted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends canaries down the path and keeps what came of them. One turn is: {@link #due()}, the path and {@link #judge} for
 * each of them, {@link #settle()}. What was sent and not judged when the turn ends never got a decision.
 */
public final class Canaries {

    /** How long after a turn without answers the next single canary is sent. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Canaries.class);

    private final ActiveCatalogue catalogue;
    private final CanaryMessages messages;
    private final CanaryJudge judge;
    private final CanaryMetrics metrics;
    private final Clock clock;
    private final Flock flock;
    private final Map<UUID, Canary> sent = new LinkedHashMap<>();
    private final CountDownLatch firstTurn = new CountDownLatch(1);
    private Instant pausedUntil = Instant.MIN;
    private Instant began = Instant.MIN;
    private boolean pathIsClosed;
    private boolean answered;

    /** @param every how often each canary flies */
    Canaries(
            ActiveCatalogue catalogue,
            CanaryMessages messages,
            CanaryJudge judge,
            CanaryMetrics metrics,
            Clock clock,
            Duration every) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.judge = judge;
        this.metrics = metrics;
        this.clock = clock;
        this.flock = new Flock(every);
    }

    /** The canaries whose turn it is, under the law of now. While none comes back, only one is sent now and then. */
    public synchronized List<Submitted> due() {
        Instant now = clock.instant();
        began = now;
        Catalogue law = catalogue.current();
        flock.follow(law, now);
        sent.clear();
        if (now.isBefore(pausedUntil)) {
            return List.of();
        }
        return flock.takeDue(now, pathIsClosed ? 1 : Integer.MAX_VALUE).stream()
                .map(canary -> send(canary, law))
                .toList();
    }

    /** Takes what the path made of a canary. */
    public void judge(Handed handed) {
        Optional<Alarm> alarm = judge.judge(handed);
        synchronized (this) {
            Canary canary = sent.remove(handed.recorded().transferId());
            alarm.ifPresentOrElse(what -> failed(canary, what), () -> refused(canary));
            answered = true;
        }
    }

    /** Ends the turn: what has no decision by now will get none. */
    public synchronized void settle() {
        if (sent.isEmpty() && !answered) {
            return;
        }
        pathIsClosed = !sent.isEmpty();
        pausedUntil = pathIsClosed ? clock.instant().plus(PAUSE) : Instant.MIN;
        sent.values().forEach(canary -> failed(canary, Alarm.NO_DECISION));
        sent.clear();
        answered = false;
        tellFirst();
    }

    private void tellFirst() {
        if (firstTurn.getCount() > 0) {
            Instant now = clock.instant();
            LOG.info(
                    "{} of {} canaries were refused as they must be, in {} ms",
                    flock.size() - flock.problems(now).size(),
                    flock.size(),
                    Duration.between(began, now).toMillis());
            firstTurn.countDown();
        }
    }

    /** What is wrong now, by canary; empty when every canary was refused lately. */
    public synchronized SortedMap<String, String> problems() {
        return flock.problems(clock.instant());
    }

    /** Those of a type, and how many of them were not refused lately as they must be. */
    public OfType of(ExchangeType type) {
        SortedMap<String, String> problems = problems();
        List<Canary> all = Canary.of(type).toList();
        long wrong = all.stream()
                .filter(canary -> problems.containsKey(canary.id()) || problems.containsKey(Flock.ALL))
                .count();
        return new OfType(all.size(), Math.toIntExact(wrong));
    }

    /** How many there are of a type, and how many of them are wrong. */
    public record OfType(int all, int wrong) {}

    /** How many there are. */
    public synchronized int size() {
        return flock.size();
    }

    /** Waits for the end of the first turn. */
    boolean awaitFirstTurn(Duration atMost) throws InterruptedException {
        return firstTurn.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Submitted send(Canary canary, Catalogue law) {
        Submitted submitted = messages.submit(canary, law);
        sent.put(submitted.transferId(), canary);
        return submitted;
    }

    private void refused(Canary canary) {
        metrics.refused();
        flock.refused(canary, clock.instant())
                .ifPresent(before -> LOG.info("Canary {} is refused again, after {}", canary.id(), before.code()));
    }

    private void failed(Canary canary, Alarm what) {
        metrics.failed();
        Optional<Alarm> before = flock.failed(canary, what, clock.instant());
        if (!before.equals(Optional.of(what))) {
            LOG.error("Canary {} was not refused as it must be: {}", canary.id(), what.code());
        }
    }
}
