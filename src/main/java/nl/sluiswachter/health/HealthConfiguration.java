package nl.sluiswachter.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.canary.Canaries;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.CatalogueSwitch;
import nl.sluiswachter.security.ServerCertificate;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.figures.Figures;
import nl.sluiswachter.transferlog.retention.RetentionTurn;
import nl.sluiswachter.transferlog.timestamp.TimeStampTurn;
import nl.sluiswachter.transferlog.tree.Backlog;
import nl.sluiswachter.transferlog.tree.Sequencer;
import nl.sluiswachter.transferlog.witness.WitnessStatus;
import org.apache.camel.CamelContext;
import org.flywaydb.core.Flyway;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of readiness; which of them count is said in application.yaml. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator migrationsHealthIndicator(JdbcClient database, Optional<Flyway> flyway) {
        return new MigrationsIndicator(
                database, flyway.map(HealthConfiguration::versions).orElse(List.of()));
    }

    @Bean
    HealthIndicator catalogueHealthIndicator(CatalogueSwitch catalogue, CatalogueFiles builtInFiles) {
        String builtIn = new CatalogueLoader().canonical(builtInFiles).version();
        return new CatalogueIndicator(catalogue, builtIn);
    }

    @Bean
    HealthIndicator routesHealthIndicator(CamelContext camel) {
        return new RoutesIndicator(camel);
    }

    @Bean
    HealthIndicator logHealthIndicator(
            JdbcClient jdbc,
            WitnessStatus witnesses,
            TimeStampTurn stamps,
            Backlog backlog,
            Sequencer sequencer,
            Figures figures,
            RetentionTurn retention) {
        return new LogIndicator(
                jdbc,
                witnesses,
                stamps,
                Map.of(
                        "notInTheTree", backlog::complaint,
                        "notPublished", () -> Optional.of(sequencer.failure()).filter(failure -> !failure.isEmpty()),
                        "notCounted", figures::complaint,
                        "notDestroyed", retention::complaint));
    }

    @Bean
    HealthIndicator canariesHealthIndicator(Canaries canaries) {
        return new CanariesIndicator(canaries);
    }

    @Bean
    ServerCertificate serverCertificate(GatewaySettings settings, Clock clock) {
        return new ServerCertificate(settings.tls().certificate(), clock);
    }

    @Bean
    HealthIndicator certificateHealthIndicator(ServerCertificate certificate) {
        return new CertificateIndicator(certificate);
    }

    @Bean
    MeterBinder certificateMeter(ServerCertificate certificate) {
        return registry -> Gauge.builder("sluiswachter.certificate.days.left", certificate, ServerCertificate::daysLeft)
                .description("Days until the gateway's own certificate expires")
                .register(registry);
    }

    private static List<String> versions(Flyway flyway) {
        return Stream.of(flyway.info().all())
                .filter(migration -> migration.getVersion() != null)
                .map(migration -> migration.getVersion().getVersion())
                .toList();
    }
}
