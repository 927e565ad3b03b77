package nl.sluiswachter.delivery;

import static nl.sluiswachter.delivery.Acknowledgement.ACCEPTED;
import static nl.sluiswachter.delivery.World.OTHER;
import static nl.sluiswachter.delivery.World.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.sluiswachter.delivery.Acknowledgement.Reason;
import nl.sluiswachter.kernel.crypto.PayloadTampered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

    private static final Reading NOT_FOUND = new Reading.NotFound();

    private final World world = new World();

    @Test
    void listsOwnOpenMessagesOldestFirstPageByPage() {
        List<UUID> own = IntStream.range(0, 7)
                .mapToObj(number -> {
                    world.clock.pass(Duration.ofNanos(number % 2 * 1500));
                    return world.queue(RECEIVER);
                })
                .toList();
        world.queue(OTHER);

        List<UUID> seen = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        int pages = 0;
        do {
            Inbox.Page page = world.inbox.list(RECEIVER, cursor, 3);
            page.messages().forEach(envelope -> seen.add(envelope.transferId()));
            cursor = page.next().map(Cursor::text).flatMap(Cursor::parse);
            pages++;
        } while (cursor.isPresent());

        assertThat(seen).containsExactlyElementsOf(own);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void endsTheListWithoutCursorWhenThePageIsExactlyFull() {
        world.queue(RECEIVER);
        world.queue(RECEIVER);

        assertThat(world.inbox.list(RECEIVER, Optional.empty(), 2).next()).isEmpty();
    }

    @Test
    void handsOutTheMessageAndLogsTheFirstReadingOnly() {
        UUID id = world.queue(RECEIVER);

        Reading first = world.inbox.read(RECEIVER, id);
        Reading second = world.inbox.read(RECEIVER, id);

        assertThat(List.of(first, second)).allSatisfy(reading -> {
            Message message = ((Reading.Opened) reading).message();
            assertThat(new String(message.content(), StandardCharsets.UTF_8)).isEqualTo(World.CONTENT);
            assertThat(message.envelope().state()).isEqualTo(DeliveryState.DELIVERED);
        });
        assertThat(world.log.of(id)).containsExactly("DELIVERED {channel=INBOX} by " + RECEIVER);
        assertThat(world.counted("read")).isEqualTo(1);
    }

    @Test
    void hidesWhatIsSomebodyElsesUnknownSettledOrExpired() {
        UUID settled = world.queue(RECEIVER);
        world.inbox.read(RECEIVER, settled);
        world.inbox.acknowledge(RECEIVER, settled, ACCEPTED);
        UUID open = world.queue(RECEIVER);

        assertThat(world.inbox.read(OTHER, open)).isEqualTo(NOT_FOUND);
        assertThat(world.inbox.read(RECEIVER, UUID.randomUUID())).isEqualTo(NOT_FOUND);
        assertThat(world.inbox.read(RECEIVER, settled)).isEqualTo(NOT_FOUND);
        world.clock.pass(World.KEEP);
        assertThat(world.inbox.read(RECEIVER, open)).isEqualTo(NOT_FOUND);
        assertThat(world.log.of(open)).isEmpty();
    }

    @Test
    void doesNotCallATamperedMessageDelivered() {
        UUID id = world.queue(RECEIVER);
        world.owner
                .sql("update payload set ciphertext = set_byte(ciphertext, 20, get_byte(ciphertext, 20) # 1)")
                .update();

        assertThatThrownBy(() -> world.inbox.read(RECEIVER, id)).isInstanceOf(PayloadTampered.class);

        assertThat(world.state(id)).isEqualTo(DeliveryState.QUEUED);
        assertThat(world.log.of(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sender = receiver",
                "sender_capacity = 'ZORGVERZEKERAAR'",
                "receiver_capacity = 'HUISARTS'",
                "exchange_type = 'OTHER'",
                "purpose = 'OTHER'",
                "created_at = created_at - interval '1 day'",
                "expires_at = expires_at + interval '1 day'"
            })
    void doesNotHandOutAMessageInAnotherEnvelope(String change) {
        UUID id = world.queue(RECEIVER);
        world.owner.sql("update delivery set " + change).update();

        assertThatThrownBy(() -> world.inbox.read(RECEIVER, id)).isInstanceOf(PayloadTampered.class);
    }

    @Test
    void deletesThePayloadAndLogsWhenAccepted() {
        UUID id = world.queue(RECEIVER);
        world.inbox.read(RECEIVER, id);

        Settling settling = world.inbox.acknowledge(RECEIVER, id, ACCEPTED);

        assertThat(settling).isEqualTo(new Settling.Settled(id, ACCEPTED, world.clock.instant()));
        assertThat(world.state(id)).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(world.hasPayload(id)).isFalse();
        assertThat(world.inbox.list(RECEIVER, Optional.empty(), 25).messages()).isEmpty();
        assertThat(world.log.of(id)).last().isEqualTo("ACKNOWLEDGED {status=ACCEPTED} by " + RECEIVER);
    }

    @Test
    void answersTheSameAgainWhenTheSameIsSaidAgain() {
        UUID id = world.queue(RECEIVER);
        Acknowledgement rejection = Acknowledgement.rejected(Reason.WRONG_RECEIVER);

        Settling first = world.inbox.acknowledge(RECEIVER, id, rejection);
        world.clock.pass(Duration.ofHours(1));
        Settling second = world.inbox.acknowledge(RECEIVER, id, rejection);

        assertThat(second).isEqualTo(first);
        assertThat(world.log.of(id))
                .containsExactly("ACKNOWLEDGED {reason=WRONG_RECEIVER, status=REJECTED} by " + RECEIVER);
    }

    @Test
    void refusesToSettleInAnotherWayAfterwards() {
        UUID id = world.queue(RECEIVER);
        world.inbox.acknowledge(RECEIVER, id, Acknowledgement.rejected(Reason.NOT_OURS));

        assertThat(world.inbox.acknowledge(RECEIVER, id, ACCEPTED)).isEqualTo(new Settling.AlreadySettled());
        assertThat(world.inbox.acknowledge(RECEIVER, id, Acknowledgement.rejected(Reason.OTHER)))
                .isEqualTo(new Settling.AlreadySettled());
        assertThat(world.state(id)).isEqualTo(DeliveryState.REJECTED);
    }

    @Test
    void keepsAMessageThatIsAcceptedUnread() {
        UUID id = world.queue(RECEIVER);

        assertThat(world.inbox.acknowledge(RECEIVER, id, ACCEPTED)).isEqualTo(new Settling.NotYetRead());
        assertThat(world.hasPayload(id)).isTrue();
    }

    @Test
    void letsNobodyElseSettle() {
        UUID id = world.queue(RECEIVER);

        assertThat(world.inbox.acknowledge(OTHER, id, Acknowledgement.rejected(Reason.OTHER)))
                .isEqualTo(new Settling.NotFound());
        assertThat(world.state(id)).isEqualTo(DeliveryState.QUEUED);
    }
}
