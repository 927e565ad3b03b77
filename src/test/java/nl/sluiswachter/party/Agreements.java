package nl.sluiswachter.party;

import java.time.LocalDate;
import java.util.Optional;

/** Parties of whose agreement something is known. */
public final class Agreements {

    private Agreements() {}

    /** The same party, with an agreement until a last day, or with nothing known of it. */
    public static Party until(Party party, Optional<LocalDate> day) {
        return new Party(
                party.oin(),
                party.name(),
                party.side(),
                party.status(),
                party.capacities(),
                party.keys(),
                party.push(),
                day);
    }
}
