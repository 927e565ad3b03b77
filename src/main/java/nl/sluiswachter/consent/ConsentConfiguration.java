package nl.sluiswachter.consent;

import java.time.Clock;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.party.Parties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the consent register. Without somebody who logs and somebody who stops messages it does not start. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

    @Bean
    ConsentRegister consentRegister(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ConsentEvents events,
            WithdrawalListener withdrawals,
            IdSource ids,
            Clock clock) {
        return new JdbcConsents(jdbc, transactions, events, withdrawals, ids, clock);
    }

    @Bean
    JdbcConsentExpiry consentExpiry(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ConsentEvents events,
            WithdrawalListener withdrawals,
            Clock clock) {
        return new JdbcConsentExpiry(jdbc, transactions, events, withdrawals, clock);
    }

    @Bean
    ConsentRules consentRules(KnownTypes known, Parties parties, Clock clock) {
        return new ConsentRules(known, parties, clock);
    }
}
