package nl.sluiswachter.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a message has come.
 *
 * @param deliveredAt when the receiver first had it
 * @param settledAt when it reached its final state
 * @param settlementReason why it was rejected, stopped or expired; a code
 */
public record DeliveryStatus(
        DeliveryState state,
        Optional<Instant> deliveredAt,
        Optional<Instant> settledAt,
        Optional<String> settlementReason) {}
