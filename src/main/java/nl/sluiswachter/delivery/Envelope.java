package nl.sluiswachter.delivery;

import java.time.Instant;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;

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
