package nl.sluiswachter.party;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Provides the party register. */
@Configuration(proxyBeanMethods = false)
class PartyConfiguration {

    @Bean
    Parties parties(JdbcClient jdbc) {
        return new JdbcParties(jdbc);
    }

    @Bean
    JdbcEndings endings(JdbcClient jdbc) {
        return new JdbcEndings(jdbc);
    }

    @Bean
    PartyRoll partyRoll(JdbcClient jdbc) {
        return new JdbcPartyRoll(jdbc);
    }
}
