package nl.sluiswachter.transferlog;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.SigningKey;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transfer.Requests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class TransferLogConfiguration {

    @Bean
    TransferLog transferLog(
            JdbcClient jdbc,
            Outbox outbox,
            Receipts receipts,
            PlatformTransactionManager transactions,
            IdSource ids,
            Clock clock,
            MeterRegistry meters) {
        JdbcTransferLog log = new JdbcTransferLog(
                new LogTable(jdbc),
                new IdempotencyTable(jdbc),
                new ReceiptTable(jdbc),
                new JdbcDecisionImages(jdbc),
                outbox,
                receipts,
                new TransactionTemplate(transactions),
                ids,
                clock);
        return new MeteredTransferLog(log, meters);
    }

    @Bean
    Requests requests(JdbcClient jdbc) {
        return new LoggedRequests(jdbc);
    }

    @Bean
    Forgetting forgetting(JdbcClient jdbc, GatewaySettings settings, Clock clock) {
        return new Forgetting(
                new IdempotencyTable(jdbc),
                new ReceiptTable(jdbc),
                new JdbcDecisionImages(jdbc),
                settings.limits(),
                clock);
    }

    @Bean
    EventLog eventLog(JdbcClient jdbc, IdSource ids, Clock clock) {
        return new JdbcEventLog(jdbc, ids, clock);
    }

    @Bean
    RecordedDecisions recordedDecisions(JdbcClient jdbc) {
        LogTable log = new LogTable(jdbc);
        return transferId -> log.findEntry(transferId).map(DecisionReader::read);
    }

    @Bean
    RegisterLog registerLog(EventLog log) {
        return new RegisterLog(log);
    }

    @Bean
    Receipts receipts(GatewaySettings settings) {
        try {
            SigningKey pair = SigningKey.read(settings.keys().signing());
            ECKey key = new ECKey.Builder(Curve.P_256, pair.publicKey())
                    .privateKey(pair.privateKey())
                    .keyIDFromThumbprint()
                    .build();
            return new Receipts(new Oin(settings.oin()), key);
        } catch (IOException | GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(
                    "The file of sluiswachter.keys.signing must hold an EC P-256 private key in PKCS#8 PEM", e);
        }
    }
}
