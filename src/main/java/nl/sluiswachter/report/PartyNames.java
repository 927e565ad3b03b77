package nl.sluiswachter.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/** What parties are called for one reader. */
public final class PartyNames {

    private final Map<Oin, String> registered;
    private final String unknown;
    private final Map<Oin, String> others = new HashMap<>();

    /**
     * @param registered what the register calls those that are asked for, as a line of text
     * @param unknown what a party is called that is not registered
     */
    public PartyNames(Map<Oin, String> registered, String unknown) {
        this.registered = Map.copyOf(registered);
        this.unknown = unknown;
    }

    /** Calls somebody by this name, unless the register has another. */
    public PartyNames with(Oin oin, String name) {
        others.put(oin, name);
        return this;
    }

    /** The name of this one. */
    public String of(Oin oin) {
        return Optional.ofNullable(registered.get(oin)).orElseGet(() -> others.getOrDefault(oin, unknown));
    }

    /** The same; the unknown one where there is none. */
    public String of(Optional<Oin> oin) {
        return oin.map(this::of).orElse(unknown);
    }
}
