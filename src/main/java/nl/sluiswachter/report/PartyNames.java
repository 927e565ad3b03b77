package nl.sluiswachter.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PlainName;

/** What parties are called in the register, made harmless for every form of a report. Asks the register once for each. */
public final class PartyNames {

    private final Parties parties;
    private final String unknown;
    private final Map<Oin, String> known = new HashMap<>();
    private final Map<Oin, String> others = new HashMap<>();

    /** @param unknown what a party is called that is not registered */
    public PartyNames(Parties parties, String unknown) {
        this.parties = parties;
        this.unknown = unknown;
    }

    /** Calls somebody by this name, unless the register has another. */
    public PartyNames with(Oin oin, String name) {
        others.put(oin, name);
        return this;
    }

    /** What the register has of this one, so that it is not asked. */
    public PartyNames known(Oin oin, String name) {
        known.put(oin, PlainName.of(name));
        return this;
    }

    /** The name of this one. */
    public String of(Oin oin) {
        return known.computeIfAbsent(oin, key -> parties.find(key)
                .map(Party::name)
                .map(PlainName::of)
                .orElseGet(() -> others.getOrDefault(key, unknown)));
    }

    /** The same; the unknown one where there is none. */
    public String of(Optional<Oin> oin) {
        return oin.map(this::of).orElse(unknown);
    }
}
