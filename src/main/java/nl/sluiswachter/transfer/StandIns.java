package nl.sluiswachter.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.Side;

/** Numbers for the keys of one image, the same for the same key, and keys for those numbers. */
final class StandIns {

    private final Map<SubjectKey, Integer> numbers = new HashMap<>();

    Integer of(Optional<SubjectKey> key) {
        return key.map(known -> numbers.computeIfAbsent(known, first -> numbers.size() + 1))
                .orElse(null);
    }

    static SubjectIdentity identity(Integer number, Integer set) {
        return new SubjectIdentity(key(number), key(set));
    }

    static Optional<SubjectKey> key(Integer number) {
        return Optional.ofNullable(number).map(known -> new SubjectKey(new UUID(0, known)));
    }

    /** The party that acted so. */
    static Optional<Party> party(DecisionImage.Actor actor) {
        return Optional.ofNullable(actor.oin())
                .map(oin -> new Party(
                        new Oin(oin),
                        "",
                        Side.PARTNER,
                        actor.active() ? PartyStatus.ACTIVE : PartyStatus.SUSPENDED,
                        capacities(actor.capacities()),
                        List.of(),
                        Optional.empty()));
    }

    private static Set<Capacity> capacities(Set<String> codes) {
        return codes.stream().map(Capacity::new).collect(Collectors.toSet());
    }
}
