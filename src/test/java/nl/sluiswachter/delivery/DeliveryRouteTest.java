package nl.sluiswachter.delivery;

import static nl.sluiswachter.delivery.World.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.party.PushEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeliveryRouteTest {

    private static final Path FILE = Path.of("routes", "delivery.camel.yaml");
    private static final Certificates CA = new Certificates("Test CA");
    private static final ExampleIdentity US = CA.identity("Gateway");
    private static final PushTimes TIMES = new PushTimes(Duration.ofSeconds(3), Duration.ofSeconds(3));

    private final World world = new World();

    @Test
    void carriesQueuedMessagesToTheirReceiver() throws Exception {
        GuardedDns dns = new GuardedDns(new AddressRules(List.of("localhost")));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (PushClient client =
                        new PushClient(new PushConnections(new PushTls(US.chain(), US.key()), dns, TIMES), TIMES);
                Webhook webhook = new Webhook(US, CA.anchor(), Webhook.answering(200, ""));
                DefaultCamelContext camel = new DefaultCamelContext()) {
            world.pushTo(RECEIVER, new PushEndpoint(webhook.url("localhost"), CA.anchor()));
            List<UUID> queued =
                    Stream.generate(() -> world.queue(RECEIVER)).limit(3).toList();
            camel.getRegistry().bind("courier", world.courier(client));
            camel.getRegistry().bind("courierThreads", threads);
            camel.getRegistry().bind("expiry", world.expiry);
            Resource routes = ResourceHelper.resolveMandatoryResource(camel, "file:" + FILE);
            PluginHelper.getRoutesLoader(camel).loadRoutes(routes);
            camel.start();

            Deliveries deliveries = new Deliveries(world.deliveries, Duration.ofSeconds(30));
            assertThat(queued).allSatisfy(id -> assertThat(deliveries
                            .await(id, Duration.ofSeconds(30))
                            .orElseThrow()
                            .state())
                    .isEqualTo(DeliveryState.DELIVERED));
            assertThat(camel.getRoutes()).extracting("id").containsExactlyInAnyOrder("delivery", "expiry");
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void staysShortEnoughToRead() throws Exception {
        assertThat(Files.readAllLines(FILE)).hasSizeLessThanOrEqualTo(60);
    }
}
