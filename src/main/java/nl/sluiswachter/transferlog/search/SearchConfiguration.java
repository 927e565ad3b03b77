package nl.sluiswachter.transferlog.search;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    Transactions transactions(JdbcClient jdbc) {
        return new Transactions(jdbc);
    }
}
