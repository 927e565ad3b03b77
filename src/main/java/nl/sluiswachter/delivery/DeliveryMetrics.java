package nl.sluiswachter.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Figures about deliveries; no party and no person is in them. */
final class DeliveryMetrics {

    private final MeterRegistry meters;
    private final Timer withdrawal;

    DeliveryMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.withdrawal = Timer.builder("sluiswachter.consent.withdrawal")
                .description("Time from the receipt of a withdrawal until the last queued message is durably stopped")
                .publishPercentileHistogram()
                .register(meters);
    }

    /** Publishes age and number of what waits; read from the database when the gauges are read. */
    void watch(PushQueue queue, Clock clock) {
        Gauge.builder("sluiswachter.delivery.oldest.seconds", queue, q -> ageOfOldest(q, clock))
                .description("Age of the oldest message that its receiver does not have yet")
                .strongReference(true)
                .register(meters);
        Gauge.builder("sluiswachter.delivery.due", queue, q -> q.due(clock.instant()))
                .description("Pushes that are due or under way")
                .strongReference(true)
                .register(meters);
    }

    /** Counts one outcome, once the transaction that brought it about has committed. */
    void count(String outcome) {
        afterCommit(() -> increment(outcome));
    }

    /** Measures from the receipt of a withdrawal until what rested on the consent is durably stopped. */
    void stopped(Instant since, Clock clock) {
        afterCommit(() -> withdrawal.record(Duration.between(since, clock.instant())));
    }

    private static void afterCommit(Runnable measurement) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    measurement.run();
                }
            });
        } else {
            measurement.run();
        }
    }

    private void increment(String outcome) {
        meters.counter("sluiswachter.deliveries", "outcome", outcome).increment();
    }

    private static double ageOfOldest(PushQueue queue, Clock clock) {
        return queue.oldest()
                .map(created -> Duration.between(created, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
