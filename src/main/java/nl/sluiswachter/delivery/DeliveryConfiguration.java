package nl.sluiswachter.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.settings.SecretFile;
import nl.sluiswachter.transferlog.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the parts of delivery together. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    /** One in so many requests handled at once may be waiting for a delivery. */
    private static final int WAITING_SHARE = 4;

    @Bean
    DeliveryTable deliveryTable(JdbcClient jdbc) {
        return new DeliveryTable(jdbc);
    }

    @Bean
    PayloadCipher payloadCipher(GatewaySettings settings) {
        return new PayloadCipher(
                SecretFile.read("sluiswachter.keys.payload", settings.keys().payload()));
    }

    @Bean
    PayloadTable payloadTable(JdbcClient jdbc, PayloadCipher cipher) {
        return new PayloadTable(jdbc, cipher);
    }

    @Bean
    StuckMessages stuckMessages(JdbcClient jdbc) {
        return new StuckMessages(jdbc);
    }

    @Bean
    StoppedMessages stoppedMessages(JdbcClient jdbc) {
        return new StoppedMessages(jdbc);
    }

    @Bean
    PushQueue pushQueue(JdbcClient jdbc) {
        return new PushQueue(jdbc);
    }

    @Bean
    DeliveryMetrics deliveryMetrics(MeterRegistry meters, PushQueue queue, Clock clock) {
        DeliveryMetrics metrics = new DeliveryMetrics(meters);
        metrics.watch(queue, clock);
        return metrics;
    }

    @Bean
    DeliveryLog deliveryLog(EventLog log, DeliveryMetrics metrics) {
        return new DeliveryLog(log, metrics);
    }

    @Bean
    JdbcOutbox outbox(
            JdbcClient jdbc,
            PayloadTable payloads,
            ConsentRegister consents,
            Parties parties,
            Clock clock,
            GatewaySettings settings) {
        return new JdbcOutbox(
                new ParcelTable(jdbc),
                payloads,
                consents,
                parties,
                clock,
                settings.delivery().keep());
    }

    @Bean
    Settlements settlements(DeliveryTable deliveries, PayloadTable payloads, DeliveryLog log, Clock clock) {
        return new Settlements(deliveries, payloads, log, clock);
    }

    @Bean
    Inbox inbox(
            DeliveryTable deliveries,
            PayloadTable payloads,
            Settlements settlements,
            DeliveryLog log,
            TransactionOperations transaction,
            Clock clock) {
        return new Inbox(deliveries, payloads, settlements, log, transaction, clock);
    }

    @Bean
    Deliveries deliveries(DeliveryTable deliveries, GatewaySettings settings) {
        return new Deliveries(deliveries, settings.limits().longestWait());
    }

    @Bean
    Handover handover(Deliveries deliveries, GatewaySettings settings) {
        return new Handover(deliveries, Math.max(1, settings.limits().threads() / WAITING_SHARE));
    }

    @Bean
    Withdrawals withdrawals(
            DeliveryTable deliveries, PayloadTable payloads, DeliveryLog log, DeliveryMetrics metrics, Clock clock) {
        return new Withdrawals(deliveries, payloads, log, metrics, clock);
    }

    @Bean
    Expiry expiry(
            DeliveryTable deliveries,
            PayloadTable payloads,
            DeliveryLog log,
            TransactionOperations transaction,
            Clock clock) {
        return new Expiry(deliveries, payloads, log, transaction, clock);
    }
}
