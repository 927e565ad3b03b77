package nl.sluiswachter.console.transfers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRoll;

/** Organisations as people write them: an OIN, an OIN with a name after it, or the name alone. */
final class CalledParties {

    private static final int OIN = 20;

    private final PartyRoll roll;

    CalledParties(PartyRoll roll) {
        this.roll = roll;
    }

    /** As it stands in the form: the OIN, with what the register calls it after it. */
    static String written(String oin, String name) {
        return name.isEmpty() ? oin : oin + " " + name;
    }

    /** Whom the text may mean: one, several of the same name, or nobody. Only a name is looked up. */
    List<Oin> meant(String text) {
        return oin(text).map(List::of).orElseGet(() -> named(text));
    }

    private static Optional<Oin> oin(String text) {
        String first = text.length() > OIN && text.charAt(OIN) == ' ' ? text.substring(0, OIN) : text;
        return Optional.of(first).filter(Oin::isValid).map(Oin::new);
    }

    private List<Oin> named(String text) {
        return roll.names().entrySet().stream()
                .filter(party -> party.getValue().strip().equalsIgnoreCase(text))
                .map(Map.Entry::getKey)
                .toList();
    }
}
