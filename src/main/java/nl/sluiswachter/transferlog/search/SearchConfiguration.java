package nl.sluiswachter.transferlog.search;

import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.transferlog.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    Transactions transactions(JdbcClient jdbc) {
        return new Transactions(jdbc);
    }

    @Bean
    LogSearch logSearch(JdbcClient jdbc, ActiveCatalogue catalogue) {
        return new LogSearch(jdbc, catalogue);
    }

    @Bean
    PersonEntries personEntries(JdbcClient jdbc) {
        return new PersonEntries(jdbc);
    }

    @Bean
    Lookups lookups(EventLog log) {
        return new Lookups(log);
    }
}
