package nl.sluiswachter.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PlainName;

/** What parties are called in the register, made harmless for every form of a report. Asks the register once for each. */
final class PartyNames {

    private final Parties parties;
    private final String unknown;
    private final Map<Oin, String> known = new HashMap<>();

    /** @param unknown what a party is called that is not registered */
    PartyNames(Parties parties, String unknown) {
        this.parties = parties;
        this.unknown = unknown;
    }

    String of(Oin oin) {
        return known.computeIfAbsent(
                oin,
                key -> parties.find(key).map(Party::name).map(PlainName::of).orElse(unknown));
    }

    String of(Optional<Oin> oin) {
        return oin.map(this::of).orElse(unknown);
    }
}
