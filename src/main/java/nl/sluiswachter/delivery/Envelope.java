package nl.sluiswachter.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.transfer.Outgoing;

/** Everything the receiver sees of a message except the message: it holds no personal data. */
public record Envelope(
        UUID transferId,
        String exchangeType,
        String purpose,
        Oin sender,
        Capacity senderCapacity,
        Oin receiver,
        Capacity receiverCapacity,
        Instant createdAt,
        Instant expiresAt,
        DeliveryState state) {

    /** The envelope as a message is queued with it; instants as exact as the database keeps them. */
    static Envelope queued(Outgoing outgoing, Instant expiresAt) {
        return new Envelope(
                outgoing.transferId(),
                outgoing.exchangeType(),
                outgoing.purpose(),
                outgoing.sender(),
                outgoing.senderCapacity(),
                outgoing.receiver(),
                outgoing.receiverCapacity(),
                Timestamps.of(outgoing.decidedAt()).toInstant(),
                Timestamps.of(expiresAt).toInstant(),
                DeliveryState.QUEUED);
    }

    /** Everything that stays as it is while the message is under way, in a fixed order: the message is sealed with it. */
    List<String> fixed() {
        return List.of(
                transferId.toString(),
                exchangeType,
                purpose,
                sender.value(),
                senderCapacity.code(),
                receiver.value(),
                receiverCapacity.code(),
                createdAt.toString(),
                expiresAt.toString());
    }

    /** The same, once the receiver has it. */
    Envelope delivered() {
        return new Envelope(
                transferId,
                exchangeType,
                purpose,
                sender,
                senderCapacity,
                receiver,
                receiverCapacity,
                createdAt,
                expiresAt,
                DeliveryState.DELIVERED);
    }
}
