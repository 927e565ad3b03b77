package nl.sluiswachter.canary;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Figures about canaries. Any value of {@code sluiswachter.canary.failing} above zero is an alarm. */
final class CanaryMetrics {

    private final MeterRegistry meters;
    private final Counter refused;
    private final Counter failed;

    CanaryMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.refused = runs("refused");
        this.failed = runs("failed");
    }

    /** Publishes how many are failing now. */
    void watch(Canaries canaries) {
        Gauge.builder("sluiswachter.canary.failing", canaries, c -> c.problems().size())
                .description("Canaries that were not refused as they must be, or not lately")
                .strongReference(true)
                .register(meters);
    }

    void refused() {
        refused.increment();
    }

    void failed() {
        failed.increment();
    }

    private Counter runs(String outcome) {
        return Counter.builder("sluiswachter.canary.runs")
                .description("Canaries that were sent down the path")
                .tag("outcome", outcome)
                .register(meters);
    }
}
