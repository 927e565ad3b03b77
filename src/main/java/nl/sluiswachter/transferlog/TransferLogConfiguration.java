package nl.sluiswachter.transferlog;

import com.nimbusds.jose.JOSEException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.crypto.SigningKey;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transfer.Requests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class TransferLogConfiguration {

    @Bean
    LogTables logTables(JdbcClient jdbc, LogMark mark) {
        return LogTables.of(jdbc, mark);
    }

    @Bean(initMethod = "start")
    Committer committer(
            LogTables tables,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Clock clock,
            MeterRegistry meters) {
        ShardWriter writer = new ShardWriter(tables, outbox, new TransactionTemplate(transactions), clock);
        Committer committer = new Committer(writer, Committer.Bounds.DEFAULT);
        Gauge.builder("sluiswachter.log.waiting", committer, Committer::depth)
                .description("Decisions that wait to be written to the log")
                .register(meters);
        return committer;
    }

    @Bean
    TransferLog transferLog(
            LogTables tables,
            Committer committer,
            Outbox outbox,
            Receipts receipts,
            SubjectKeys keys,
            IdSource ids,
            Clock clock,
            MeterRegistry meters) {
        JdbcTransferLog log = new JdbcTransferLog(tables, committer, outbox, receipts, keys, ids, clock);
        return new MeteredTransferLog(log, meters);
    }

    @Bean
    Partitions partitions(JdbcClient jdbc, MeterRegistry meters) {
        Partitions partitions = new Partitions(jdbc);
        Gauge.builder("sluiswachter.log.astray", partitions, Partitions::astray)
                .description("Entries of a month that has no partition")
                .register(meters);
        return partitions;
    }

    @Bean
    MarkedBatches markedBatches(LogMark mark) {
        return new MarkedBatches(mark);
    }

    @Bean
    WaitingEvents waitingEvents(JdbcClient jdbc, LogMark mark) {
        return new WaitingEvents(jdbc, mark);
    }

    @Bean
    Requests requests(JdbcClient jdbc, MarkedBatches batches) {
        return new LoggedRequests(jdbc, batches);
    }

    @Bean
    Forgetting forgetting(LogTables tables, GatewaySettings settings, Clock clock) {
        return new Forgetting(tables.idempotency(), tables.receipts(), tables.images(), settings.limits(), clock);
    }

    @Bean
    EventLog eventLog(JdbcClient jdbc, LogMark mark, ObjectProvider<Committer> committer, IdSource ids, Clock clock) {
        // Asked for only when an event is durable: the registers write events, and the committer's outbox reads
        // registers.
        return new JdbcEventLog(jdbc, mark, () -> committer.getObject().sweepSoon(), ids, clock);
    }

    @Bean
    RecordedDecisions recordedDecisions(LogTables tables) {
        return tables.log()::findDecision;
    }

    @Bean
    RegisterLog registerLog(EventLog log) {
        return new RegisterLog(log);
    }

    @Bean
    Receipts receipts(GatewaySettings settings) {
        try {
            SigningKey pair = SigningKey.read(settings.keys().signing());
            return new Receipts(
                    new Oin(settings.oin()),
                    CertifiedKeys.of(pair),
                    CertifiedKeys.in(settings.keys().signingCertificates()));
        } catch (IOException | GeneralSecurityException | JOSEException | RuntimeException e) {
            throw new IllegalStateException(
                    "The file of sluiswachter.keys.signing must hold an EC P-256 or RSA private key in PKCS#8 PEM, and those of"
                            + " sluiswachter.keys.signing-certificates certificates of such keys in PEM",
                    e);
        }
    }
}
