package nl.sluiswachter.console.work;

import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Work in the background. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

    @Bean
    Works works(
            JdbcClient jdbc,
            TransactionOperations transactions,
            PayloadCipher cipher,
            DamageAlarm alarm,
            IdSource ids) {
        return new Works(
                new WorkTable(jdbc, transactions),
                new SealedResults(cipher),
                new SealedFiles(new WorkPieces(jdbc), cipher),
                alarm::raise,
                ids);
    }
}
