package nl.sluiswachter.party;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.kernel.Oin;

/**
 * An organisation that takes part in the exchange, by OIN.
 *
 * @param agreementUntil last day of the agreement about the exchange with it, where somebody keeps that here; nothing stops then
 */
public record Party(
        Oin oin,
        String name,
        Side side,
        PartyStatus status,
        Set<Capacity> capacities,
        List<PartyKey> keys,
        Optional<PushEndpoint> push,
        Optional<LocalDate> agreementUntil) {

    public Party {
        capacities = Set.copyOf(capacities);
        keys = List.copyOf(keys);
    }

    /** A party of whose agreement nothing is known. */
    public Party(
            Oin oin,
            String name,
            Side side,
            PartyStatus status,
            Set<Capacity> capacities,
            List<PartyKey> keys,
            Optional<PushEndpoint> push) {
        this(oin, name, side, status, capacities, keys, push, Optional.empty());
    }

    /** Whether the party may exchange at all. */
    public boolean isActive() {
        return status == PartyStatus.ACTIVE;
    }

    /** Whether the party acts in the capacity. */
    public boolean actsAs(Capacity capacity) {
        return capacities.contains(capacity);
    }
}
