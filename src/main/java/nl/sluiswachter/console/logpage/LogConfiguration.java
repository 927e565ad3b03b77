package nl.sluiswachter.console.logpage;

import java.time.Clock;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.alarm.Alarms;
import nl.sluiswachter.transferlog.retention.Calendar;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.tree.Backlog;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import nl.sluiswachter.transferlog.tree.Sequencer;
import nl.sluiswachter.transferlog.witness.WitnessStatus;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the page about the log stands on. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    LogVerification logVerification(
            JdbcConnectionDetails database,
            CheckpointTable checkpoints,
            CheckpointSigner signer,
            GatewaySettings settings,
            EventLog log,
            TransactionOperations transactions,
            Clock clock) {
        return new LogVerification(
                new LogVerification.Account(database.getJdbcUrl(), database.getUsername(), database.getPassword()),
                new OwnKeys(checkpoints, signer, settings.witnessing(), clock),
                log,
                transactions);
    }

    @Bean
    LogEvents logEvents(LogSearch search, GatewaySettings settings, DamageAlarm alarm) {
        return new LogEvents(search, new Oin(settings.oin()), alarm);
    }

    @Bean
    LogController.Standing logStanding(
            Backlog backlog,
            Sequencer sequencer,
            WitnessStatus witnesses,
            Calendar calendar,
            JdbcClient jdbc,
            EventLog log,
            TransactionOperations transactions) {
        return new LogController.Standing(backlog, sequencer, witnesses, new Alarms(jdbc, log, transactions), calendar);
    }
}
