package nl.sluiswachter.transferlog.retention;

import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.settings.GatewaySettings;
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
    RetentionTurn retentionTurn(Retention retention, GatewaySettings settings) {
        return new RetentionTurn(retention, settings.log().retention().automatic());
    }
}
