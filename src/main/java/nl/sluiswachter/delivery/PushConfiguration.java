package nl.sluiswachter.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import nl.sluiswachter.kernel.crypto.Pem;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.settings.GatewaySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the parts of pushing together. */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {

    @Bean
    PushTimes pushTimes(GatewaySettings settings) {
        GatewaySettings.Delivery delivery = settings.delivery();
        PushTimes times = new PushTimes(delivery.connectTimeout(), delivery.answerTimeout());
        if (delivery.lease().compareTo(times.whole()) <= 0) {
            throw new IllegalStateException(
                    "Set sluiswachter.delivery.lease longer than connect-timeout and answer-timeout together");
        }
        return times;
    }

    @Bean
    PushClient pushClient(GatewaySettings settings, PushTimes times) {
        PushTls tls = tls(settings.tls());
        GuardedDns dns = new GuardedDns(new AddressRules(settings.delivery().allowPrivateAddresses()));
        return new PushClient(new PushConnections(tls, dns, times), times);
    }

    @Bean
    PushPauses pushPauses(JdbcClient jdbc, GatewaySettings settings) {
        return new PushPauses(jdbc, settings.delivery().firstRetry().multipliedBy(PushPauses.FAILURES));
    }

    @Bean
    Dispatch dispatch(
            PushQueue queue,
            DeliveryTable deliveries,
            PayloadTable payloads,
            PushPauses pauses,
            Settlements settlements,
            DeliveryLog log,
            TransactionOperations transaction,
            Clock clock,
            GatewaySettings settings) {
        GatewaySettings.Delivery delivery = settings.delivery();
        RetrySchedule retries =
                new RetrySchedule(delivery.firstRetry(), delivery.longestRetry(), () -> ThreadLocalRandom.current()
                        .nextDouble());
        return new Dispatch(
                queue, deliveries, payloads, pauses, settlements, log, transaction, retries, clock, delivery.lease());
    }

    @Bean
    Courier courier(
            PushQueue queue,
            Dispatch dispatch,
            Parties parties,
            PushClient client,
            Clock clock,
            GatewaySettings settings) {
        GatewaySettings.Delivery delivery = settings.delivery();
        return new Courier(queue, dispatch, parties, client, clock, delivery.lease(), delivery.batch());
    }

    /** The threads that push; as many as one batch, so that one slow receiver does not hold up the rest of it. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService courierThreads(GatewaySettings settings) {
        return Executors.newFixedThreadPool(settings.delivery().batch());
    }

    private static PushTls tls(GatewaySettings.Tls tls) {
        Path certificate = tls.pushCertificate() == null ? tls.certificate() : tls.pushCertificate();
        Path key = tls.pushCertificate() == null ? tls.key() : tls.pushKey();
        if (certificate == null || key == null) {
            throw new IllegalStateException(
                    "Set sluiswachter.tls.push-certificate and push-key, or certificate and key, to PEM files");
        }
        try {
            return new PushTls(Pem.certificates(certificate), Pem.privateKey(key));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("The certificate and key for pushes cannot be read", e);
        }
    }
}
