package nl.sluiswachter.delivery;

import static nl.sluiswachter.delivery.World.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.party.PushEndpoint;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final World world = new World();

    @Test
    void keepsTheMessageEncrypted() {
        UUID id = world.queue(RECEIVER);

        byte[] stored = world.owner
                .sql("select wrapped_key || ciphertext from payload where transfer_id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("999993653")
                .doesNotContain("persons");
    }

    @Test
    void leavesNothingWhenTheCallersTransactionFails() {
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> world.transaction.executeWithoutResult(status -> {
                    world.enqueue(world.outgoing(id, RECEIVER));
                    throw new IllegalStateException("the log could not be written");
                }))
                .hasMessage("the log could not be written");

        assertThat(world.deliveries.status(id)).isEmpty();
        assertThat(world.hasPayload(id)).isFalse();
    }

    @Test
    void refusesToQueueOutsideATransaction() {
        assertThatThrownBy(() -> world.outbox.enqueue(
                        List.of(world.outbox.prepare(world.outgoing(UUID.randomUUID(), RECEIVER)))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void pushesOnlyToAReceiverWithAnEndpoint() {
        UUID pulled = world.queue(RECEIVER);
        world.pushTo(RECEIVER, new PushEndpoint(URI.create("https://receiver.example/inbox"), "trust"));
        UUID pushed = world.queue(RECEIVER);

        assertThat(world.queue.claim(
                        world.clock.instant(), world.clock.instant().plus(World.LEASE), 10))
                .extracting(Claim::transferId)
                .containsExactly(pushed)
                .doesNotContain(pulled);
    }
}
