package nl.sluiswachter.transferlog.retention;

import io.micrometer.core.instrument.MeterRegistry;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.sql.Age;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    Retention retention(
            JdbcClient jdbc, TransactionOperations transactions, ActiveCatalogue catalogue, GatewaySettings settings) {
        return new Retention(
                jdbc, transactions, catalogue, settings.log().retention().otherwise());
    }

    @Bean
    Calendar calendar(JdbcClient jdbc, Retention retention, ActiveCatalogue catalogue) {
        return new Calendar(jdbc, retention, catalogue);
    }

    @Bean
    Holds holds(JdbcClient jdbc, EventLog log, TransactionOperations transactions, IdSource ids) {
        return new Holds(jdbc, log, transactions, ids);
    }

    @Bean
    RetentionTurn retentionTurn(
            Retention retention, CheckpointTable checkpoints, GatewaySettings settings, MeterRegistry meters) {
        Age.gauge(meters, "sluiswachter.log.retention.age", "the last whole run of the retention", retention::age);
        return new RetentionTurn(
                retention, checkpoints, settings.log().retention().automatic());
    }
}
