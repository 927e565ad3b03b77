package nl.sluiswachter.canary;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.delivery.Deliveries;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.TransferLog;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names the canaries as their route calls them, and holds readiness until the first of them came back. */
@Configuration(proxyBeanMethods = false)
class CanaryConfiguration {

    /** A path that takes longer than this is not working; then the indicator says so. */
    private static final Duration LONGEST_FIRST_TURN = Duration.ofSeconds(30);

    @Bean
    Canaries canaries(
            ActiveCatalogue catalogue,
            IdSource ids,
            Clock clock,
            TransferLog log,
            Deliveries deliveries,
            MeterRegistry meters,
            GatewaySettings settings) {
        CanaryMetrics metrics = new CanaryMetrics(meters);
        Canaries canaries = new Canaries(
                catalogue,
                new CanaryMessages(ids, clock),
                new CanaryJudge(log, deliveries),
                metrics,
                clock,
                settings.canaries().every());
        metrics.watch(canaries);
        return canaries;
    }

    @Bean
    ApplicationRunner firstCanaries(Canaries canaries) {
        return arguments -> canaries.awaitFirstTurn(LONGEST_FIRST_TURN);
    }
}
