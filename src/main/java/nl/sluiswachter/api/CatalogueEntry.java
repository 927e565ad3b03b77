package nl.sluiswachter.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.transfer.DeliverySchema;
import nl.sluiswachter.transfer.MessageSchema;

/** One exchange type in the catalogue of a party: all that is open to it, and nothing else. */
final class CatalogueEntry {

    private final Catalogue law;
    private final ExchangeType type;
    private final Predicate<Capacity> mine;
    private final Language language;
    private final TextLimit limit;
    private final List<ExchangeRule> open;

    CatalogueEntry(Catalogue law, ExchangeType type, Predicate<Capacity> mine, Language language, TextLimit limit) {
        this.law = law;
        this.type = type;
        this.mine = mine;
        this.language = language;
        this.limit = limit;
        this.open = type.rules().stream()
                .filter(rule -> rule.senders().stream().anyMatch(mine)
                        || rule.receivers().stream().anyMatch(mine))
                .toList();
    }

    /** Whether the party can be sender or receiver under some rule. */
    boolean isOpen() {
        return !open.isEmpty();
    }

    Map<String, Object> toJson() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("exchangeType", type.id());
        entry.put("title", type.title().in(language));
        entry.put("explanation", type.explanation().in(language));
        if (type.answers() != null) {
            entry.put("answers", type.answers());
            entry.put("answersOnlyToMessage", type.namesItsRequest());
        }
        entry.put("multiParty", type.multiParty());
        entry.put("purpose", open.get(0).purpose());
        entry.put("senderCapacities", codes(ExchangeRule::senders));
        entry.put("receiverCapacities", codes(ExchangeRule::receivers));
        entry.put(
                "legalBasis",
                open.stream()
                        .flatMap(rule -> rule.articles().stream())
                        .distinct()
                        .toList());
        entry.put("consent", RuleEntry.consent(open.get(0).consent()));
        entry.put(
                "rules",
                open.stream()
                        .map(rule -> new RuleEntry(law, rule, language).toJson())
                        .toList());
        entry.put("schema", limit.on(MessageSchema.of(law, type, mine, language)));
        entry.put("deliverySchema", limit.on(DeliverySchema.of(law, type, mine, language)));
        return entry;
    }

    private List<String> codes(Function<ExchangeRule, Collection<Capacity>> side) {
        return RuleEntry.codes(
                open.stream().flatMap(rule -> side.apply(rule).stream()).toList());
    }
}
