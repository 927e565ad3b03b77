package nl.sluiswachter.transfer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.TraceContext;
import nl.sluiswachter.party.Capacity;

/**
 * What a permitted transfer delivers: the minimised message and for whom it is.
 *
 * @param payload UTF-8 JSON as the receiver will read it
 * @param consents the consents on which the permit rested; a withdrawal of one stops the delivery
 * @param trace of the call that brought it; its delivery belongs to the same
 */
public record Outgoing(
        UUID transferId,
        Instant decidedAt,
        String exchangeType,
        String purpose,
        Oin sender,
        Capacity senderCapacity,
        Oin receiver,
        Capacity receiverCapacity,
        byte[] payload,
        List<UUID> consents,
        TraceContext trace) {

    public Outgoing {
        consents = List.copyOf(consents);
    }
}
