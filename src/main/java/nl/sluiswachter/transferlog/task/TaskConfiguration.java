package nl.sluiswachter.transferlog.task;

import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.MarkedBatches;
import nl.sluiswachter.transferlog.WaitingEvents;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    @Bean
    Tasks tasks(JdbcClient jdbc, ActiveCatalogue catalogue) {
        return new Tasks(jdbc, catalogue);
    }

    @Bean
    Reviews reviews(
            JdbcClient jdbc,
            ActiveCatalogue catalogue,
            EventLog log,
            TransactionOperations transactions,
            DamageAlarm alarm,
            WaitingEvents waiting,
            MarkedBatches batches) {
        return new Reviews(jdbc, catalogue, log, transactions, alarm, new Verdicts(jdbc, waiting, batches));
    }
}
