package nl.sluiswachter.transferlog;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.settings.GatewaySettings;
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
            Clock clock) {
        return new JdbcTransferLog(
                new LogTable(jdbc),
                new IdempotencyTable(jdbc),
                new ReceiptTable(jdbc),
                outbox,
                receipts,
                new TransactionTemplate(transactions),
                ids,
                clock);
    }

    @Bean
    EventLog eventLog(JdbcClient jdbc, IdSource ids, Clock clock) {
        return new JdbcEventLog(new LogTable(jdbc), ids, clock);
    }

    @Bean
    Receipts receipts(GatewaySettings settings) throws IOException, JOSEException {
        String pem = Files.readString(settings.keys().signing());
        ECKey key = JWK.parseFromPEMEncodedObjects(pem).toECKey();
        return new Receipts(
                new Oin(settings.oin()),
                new ECKey.Builder(key).keyIDFromThumbprint().build());
    }
}
