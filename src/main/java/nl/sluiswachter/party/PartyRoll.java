package nl.sluiswachter.party;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.Oin;

/** Who is registered, for who looks at all of them at once. */
public interface PartyRoll {

    /** Most parties that are read. */
    int MOST = 5_000;

    /** Every registered party, whatever its status, by name; at most {@link #MOST}. */
    List<Registered> all();

    /** What all are called, in the order of {@link #all()}. */
    default Map<Oin, String> names() {
        Map<Oin, String> names = new LinkedHashMap<>();
        all().forEach(party -> names.put(party.oin(), party.name()));
        return names;
    }

    /** These, in one question; without those that are not registered. */
    List<Registered> some(Collection<Oin> oins);

    /** What these are called, as a line of text, in one question; without those that are not registered. */
    default Map<Oin, String> names(Collection<Oin> oins) {
        return some(oins).stream().collect(Collectors.toMap(Registered::oin, Registered::name));
    }

    /**
     * A party without its keys.
     *
     * @param name as a line of text, see {@link PlainName}
     */
    record Registered(Oin oin, String name, PartyStatus status, Set<Capacity> capacities) {

        public Registered {
            capacities = Set.copyOf(capacities);
        }
    }
}
