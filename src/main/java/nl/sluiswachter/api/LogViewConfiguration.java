package nl.sluiswachter.api;

import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.search.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what can be read from the log. */
@Configuration(proxyBeanMethods = false)
class LogViewConfiguration {

    @Bean
    LogsEndpoint logsEndpoint(Transactions transactions, GatewaySettings settings, Parties parties, StrictJson json) {
        return new LogsEndpoint(transactions, new Oin(settings.oin()), parties, json);
    }
}
