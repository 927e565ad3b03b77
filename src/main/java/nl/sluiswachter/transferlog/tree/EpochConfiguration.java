package nl.sluiswachter.transferlog.tree;

import java.time.Clock;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.LogMark;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the commands about epochs need, made when one is typed. */
@Configuration(proxyBeanMethods = false)
public class EpochConfiguration {

    @Bean
    @Lazy
    NewEpoch newEpoch(
            GatewaySettings settings,
            JdbcClient jdbc,
            LogMark mark,
            PlatformTransactionManager transactions,
            IdSource ids,
            Clock clock) {
        SignerMemory memory = new SignerMemory(settings.log().memory());
        return new NewEpoch(
                jdbc,
                mark,
                TreeConfiguration.signer(settings, memory, new TileTable(jdbc), clock),
                memory,
                new JdbcEventLog(jdbc, mark, ids, clock),
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    @Lazy
    Joining joining(GatewaySettings settings, JdbcClient jdbc, LogMark mark, IdSource ids, Clock clock) {
        SignerMemory memory = new SignerMemory(settings.log().memory());
        return new Joining(
                jdbc,
                mark,
                TreeConfiguration.signer(settings, memory, new TileTable(jdbc), clock),
                new JdbcEventLog(jdbc, mark, ids, clock));
    }
}
