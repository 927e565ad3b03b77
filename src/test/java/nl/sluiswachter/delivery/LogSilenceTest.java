package nl.sluiswachter.delivery;

import static nl.sluiswachter.delivery.World.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.party.PushEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** Even an operator who sets everything to the finest level sees no personal data, no address and no key. */
class LogSilenceTest {

    private static final String CLIENT = "org.apache.hc.client5.http";
    private static final Certificates CA = new Certificates("Test CA");
    private static final ExampleIdentity US = CA.identity("Gateway");
    private static final PushTimes TIMES = new PushTimes(Duration.ofSeconds(3), Duration.ofSeconds(3));

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger client = (Logger) LoggerFactory.getLogger(CLIENT);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Level rootBefore = root.getLevel();
    private World world;

    @BeforeEach
    void logEverythingThatTheSettingsDoNotForbid() throws IOException {
        world = new World();
        PropertySource<?> settings = new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .get(0);
        client.setLevel(Level.toLevel((String) settings.getProperty("logging.level." + CLIENT), Level.TRACE));
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void restore() {
        root.setLevel(rootBefore);
        client.setLevel(null);
        root.detachAppender(lines);
    }

    @Test
    void showsNoPersonInAnyLine() {
        try (PushClient pushes = client();
                Webhook webhook = new Webhook(US, CA.anchor(), Webhook.answering(500, "999993653"))) {
            world.pushTo(RECEIVER, new PushEndpoint(webhook.url("localhost"), CA.anchor()));
            UUID id = world.queue(RECEIVER);
            Courier courier = world.courier(pushes);
            courier.claim().forEach(courier::deliver);
            world.inbox.read(RECEIVER, id);
            world.inbox.acknowledge(RECEIVER, id, Acknowledgement.ACCEPTED);

            assertThat(webhook.received).singleElement().satisfies(r -> assertThat(r.body())
                    .contains("999993653"));
        }

        List<String> seen = new ArrayList<>();
        List.copyOf(lines.list).forEach(event -> seen.add(event.getFormattedMessage()));
        assertThat(seen).isNotEmpty().noneMatch(line -> line.contains("999993653"));
    }

    private static PushClient client() {
        GuardedDns dns = new GuardedDns(new AddressRules(List.of("localhost")));
        return new PushClient(new PushConnections(new PushTls(US.chain(), US.key()), dns, TIMES), TIMES);
    }
}
