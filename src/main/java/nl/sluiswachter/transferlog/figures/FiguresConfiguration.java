package nl.sluiswachter.transferlog.figures;

import nl.sluiswachter.catalogue.ActiveCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {

    @Bean
    Figures figures(JdbcClient jdbc, TransactionOperations transactions, ActiveCatalogue catalogue) {
        return new Figures(jdbc, transactions, catalogue);
    }

    @Bean
    Refusals refusals(JdbcClient jdbc, ActiveCatalogue catalogue) {
        return new Refusals(jdbc, catalogue);
    }
}
