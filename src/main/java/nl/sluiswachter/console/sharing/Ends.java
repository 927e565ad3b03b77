package nl.sluiswachter.console.sharing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.CapacityRule;
import nl.sluiswachter.console.figures.Attribution;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.PartyRoll.Registered;
import nl.sluiswachter.party.PartyStatus;

/** Names who stands at the ends: each party for itself, or all of a capacity together. */
final class Ends {

    private final Attribution attribution;
    private final List<Registered> parties;
    private final Words words;
    private final boolean byCapacity;
    private final End nobody;

    /** @param unknown what is said of a receiver that nobody knows */
    Ends(Attribution attribution, List<Registered> parties, Words words, boolean byCapacity, String unknown) {
        this.attribution = attribution;
        this.parties = parties;
        this.words = words;
        this.byCapacity = byCapacity;
        this.nobody = new End("", unknown, Optional.empty());
    }

    /** @param capacity in which the party acted, where a rule fits */
    End of(Optional<Oin> party, Optional<Capacity> capacity) {
        if (party.isEmpty()) {
            return nobody;
        }
        return byCapacity ? capacity.or(() -> first(party)).map(this::of).orElse(nobody) : of(party.get());
    }

    /** Everybody who could stand there in this capacity. */
    Stream<End> able(Capacity capacity) {
        return byCapacity ? Stream.of(of(capacity)) : active(capacity).map(party -> of(party.oin()));
    }

    /** Whether two different parties could exchange something in these capacities. */
    boolean canMeet(Capacity from, Capacity to) {
        return active(from)
                .anyMatch(one -> active(to).anyMatch(other -> !other.oin().equals(one.oin())));
    }

    /** What the capacity is called. */
    End of(Capacity capacity) {
        CapacityRule known = attribution.law().capacities().get(capacity);
        String name = known == null ? capacity.code() : words.of(known.title());
        return new End(capacity.code(), Character.toUpperCase(name.charAt(0)) + name.substring(1), Optional.empty());
    }

    private End of(Oin oin) {
        String name = attribution.party(oin).map(Registered::name).orElse(oin.value());
        return new End(oin.value(), name.isEmpty() ? oin.value() : name, Optional.of(oin));
    }

    private Optional<Capacity> first(Optional<Oin> party) {
        return attribution.capacities(party).stream().min(Comparator.comparing(Capacity::code));
    }

    private Stream<Registered> active(Capacity capacity) {
        return parties.stream()
                .filter(party -> party.status() == PartyStatus.ACTIVE)
                .filter(party -> party.capacities().contains(capacity));
    }
}
