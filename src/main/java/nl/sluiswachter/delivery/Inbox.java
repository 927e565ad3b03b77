package nl.sluiswachter.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import org.springframework.transaction.support.TransactionOperations;

/** The messages that wait for one receiver. A message is readable until it is settled, also while it is being pushed. */
public final class Inbox {

    private final DeliveryTable deliveries;
    private final PayloadTable payloads;
    private final Settlements settlements;
    private final DeliveryLog log;
    private final TransactionOperations transaction;
    private final Clock clock;

    Inbox(
            DeliveryTable deliveries,
            PayloadTable payloads,
            Settlements settlements,
            DeliveryLog log,
            TransactionOperations transaction,
            Clock clock) {
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.settlements = settlements;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Some of the open messages, oldest first.
     *
     * @param next where to go on; empty at the end
     */
    public record Page(List<Envelope> messages, Optional<Cursor> next) {

        public Page {
            messages = List.copyOf(messages);
        }
    }

    /** The receiver's open messages after the cursor, oldest first. */
    public Page list(Oin receiver, Optional<Cursor> after, int limit) {
        List<Envelope> found = deliveries.page(receiver, after, limit + 1, clock.instant());
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<Envelope> messages = found.subList(0, limit);
        return new Page(messages, Optional.of(Cursor.after(messages.get(limit - 1))));
    }

    /** Opens a message; that it was handed out is durably logged before this returns. */
    public Reading read(Oin receiver, UUID id) {
        return Objects.requireNonNull(transaction.execute(status -> open(receiver, id)));
    }

    /** Settles a message in one transaction. */
    public Settling acknowledge(Oin receiver, UUID id, Acknowledgement acknowledgement) {
        return Objects.requireNonNull(transaction.execute(status -> settlements.settle(id, receiver, acknowledgement)));
    }

    private Reading open(Oin receiver, UUID id) {
        Instant now = clock.instant();
        Optional<Envelope> envelope = deliveries.lockOpen(id, receiver, now);
        Optional<byte[]> content = envelope.flatMap(payloads::find);
        if (content.isEmpty()) {
            return new Reading.NotFound();
        }
        if (deliveries.markDelivered(id, now)) {
            log.read(id, receiver);
        }
        return new Reading.Opened(new Message(envelope.get().delivered(), content.get()));
    }
}
