package nl.sluiswachter.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.party.PartyRef;

/**
 * What a consent is asked or given for.
 *
 * @param exchangeTypes what it is for; may be empty when {@code purpose} says so
 * @param sender who may send; empty for the party that registers
 * @param dataCategories field paths or prefixes
 */
public record ConsentScope(
        ConsentKind kind,
        Set<String> exchangeTypes,
        Optional<String> purpose,
        Optional<PartyRef> sender,
        List<PartyRef> receivers,
        List<String> dataCategories,
        Optional<Instant> validUntil) {

    public ConsentScope {
        exchangeTypes = Set.copyOf(exchangeTypes);
        receivers = List.copyOf(receivers);
        dataCategories = List.copyOf(dataCategories);
    }

    /** Whether the field path falls within the categories. */
    public boolean coversField(String path) {
        return covers(dataCategories, path);
    }

    static boolean covers(List<String> categories, String path) {
        return categories.stream().anyMatch(c -> path.equals(c) || path.startsWith(c + "."));
    }

    ConsentScope sentBy(PartyRef only) {
        return new ConsentScope(kind, exchangeTypes, purpose, Optional.of(only), receivers, dataCategories, validUntil);
    }
}
