package nl.sluiswachter.delivery;

import static nl.sluiswachter.delivery.World.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.sluiswachter.support.Threads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DeliveriesTest {

    private final World world = new World();
    private final Deliveries deliveries = new Deliveries(world.deliveries, Duration.ofMillis(400));

    @Test
    void knowsNothingOfATransferWithoutMessage() {
        assertThat(deliveries.await(UUID.randomUUID(), Duration.ofSeconds(10))).isEmpty();
    }

    @Test
    void stopsWaitingWhenTheMessageIsDelivered() throws Exception {
        UUID id = world.queue(RECEIVER);
        Deliveries patient = new Deliveries(world.deliveries, Duration.ofMinutes(1));

        CompletableFuture<Optional<DeliveryStatus>> waiting =
                Threads.start(() -> patient.await(id, Duration.ofMinutes(1)));
        world.inbox.read(RECEIVER, id);

        assertThat(waiting.get(10, TimeUnit.SECONDS)).hasValueSatisfying(status -> {
            assertThat(status.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(status.deliveredAt()).contains(world.clock.instant());
        });
    }

    @Test
    void waitsNoLongerThanAllowedWhateverIsAsked() {
        UUID id = world.queue(RECEIVER);
        long start = System.nanoTime();

        Optional<DeliveryStatus> status = deliveries.await(id, Duration.ofDays(1));

        assertThat(status.orElseThrow().state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(400), Duration.ofSeconds(5));
    }
}
