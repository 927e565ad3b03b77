package nl.sluiswachter.party;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.kernel.Oin;

/** An organisation that takes part in the exchange, by OIN. */
public record Party(
        Oin oin,
        String name,
        Side side,
        PartyStatus status,
        Set<Capacity> capacities,
        List<PartyKey> keys,
        Optional<PushEndpoint> push) {

    public Party {
        capacities = Set.copyOf(capacities);
        keys = List.copyOf(keys);
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
