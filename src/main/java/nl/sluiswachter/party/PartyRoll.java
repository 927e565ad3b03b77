package nl.sluiswachter.party;

import java.util.List;
import java.util.Set;
import nl.sluiswachter.kernel.Oin;

/** Who is registered, for who looks at all of them at once. */
public interface PartyRoll {

    /** Most parties that are read. */
    int MOST = 5_000;

    /** Every registered party, whatever its status, by name; at most {@link #MOST}. */
    List<Registered> all();

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
