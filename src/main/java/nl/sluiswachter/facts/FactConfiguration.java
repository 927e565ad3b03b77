package nl.sluiswachter.facts;

import java.time.Clock;
import nl.sluiswachter.kernel.IdSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the fact register. Without somebody who logs it does not start. */
@Configuration(proxyBeanMethods = false)
class FactConfiguration {

    @Bean
    FactRegister factRegister(
            JdbcClient jdbc, PlatformTransactionManager transactions, FactEvents events, IdSource ids, Clock clock) {
        return new JdbcFacts(jdbc, transactions, events, ids, clock);
    }

    @Bean
    FactRules factRules(KnownCodes known, Clock clock) {
        return new FactRules(known, clock);
    }
}
