package nl.sluiswachter.transferlog.figures;

import io.micrometer.core.instrument.MeterRegistry;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.transferlog.sql.Age;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {

    @Bean
    Figures figures(
            JdbcClient jdbc, TransactionOperations transactions, ActiveCatalogue catalogue, MeterRegistry meters) {
        Figures figures = new Figures(jdbc, transactions, catalogue);
        Age.gauge(meters, "sluiswachter.log.uncounted.age", "the oldest entry that is not counted", figures::age);
        return figures;
    }

    @Bean
    Refusals refusals(JdbcClient jdbc, ActiveCatalogue catalogue) {
        return new Refusals(jdbc, catalogue);
    }
}
