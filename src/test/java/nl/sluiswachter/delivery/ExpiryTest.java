package nl.sluiswachter.delivery;

import static nl.sluiswachter.delivery.World.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpiryTest {

    private final World world = new World();

    @Test
    void endsWhatNobodyAcknowledgedInTime() {
        UUID queued = world.queue(RECEIVER);
        UUID read = world.queue(RECEIVER);
        world.inbox.read(RECEIVER, read);
        world.clock.pass(World.KEEP);
        UUID fresh = world.queue(RECEIVER);

        world.expiry.expire();

        assertThat(world.state(queued)).isEqualTo(DeliveryState.EXPIRED);
        assertThat(world.state(read)).isEqualTo(DeliveryState.EXPIRED);
        assertThat(world.hasPayload(queued)).isFalse();
        assertThat(world.hasPayload(read)).isFalse();
        assertThat(world.log.of(queued)).containsExactly("DELIVERY_STOPPED {attempts=0, reason=EXPIRED}");
        assertThat(world.state(fresh)).isEqualTo(DeliveryState.QUEUED);
        assertThat(world.hasPayload(fresh)).isTrue();
    }

    @Test
    void leavesAMessageAloneUntilItsTermHasPassed() {
        UUID id = world.queue(RECEIVER);
        world.clock.pass(World.KEEP.minus(Duration.ofMillis(1)));

        world.expiry.expire();

        assertThat(world.state(id)).isEqualTo(DeliveryState.QUEUED);
    }

    @Test
    void endsMoreThanOneBatch() {
        for (int i = 0; i < 201; i++) {
            world.queue(RECEIVER);
        }
        world.clock.pass(World.KEEP);

        world.expiry.expire();

        assertThat(world.owner
                        .sql("select count(*) from payload")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(world.counted("expired")).isEqualTo(201);
    }
}
