package nl.sluiswachter.api;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ConsentRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.Party;

/** {@code GET /v1/catalogue}: the exchange types in which the caller can be sender or receiver. */
public final class CatalogueEndpoint {

    private final ActiveCatalogue catalogue;
    private final StrictJson json;

    CatalogueEndpoint(ActiveCatalogue catalogue, StrictJson json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    /** The types open to this party, by code. */
    public Answer list(Request request) {
        Catalogue law = catalogue.current();
        Language language = Preferences.language(request.header("accept-language"));
        List<Map<String, Object>> types = law.types().values().stream()
                .filter(type -> isOpenTo(request.caller(), type))
                .sorted(Comparator.comparing(ExchangeType::id))
                .map(type -> entry(law, type, language))
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("policyVersion", law.version());
        answer.put("exchangeTypes", types);
        return Answer.json(200, json.write(answer));
    }

    private static boolean isOpenTo(Party party, ExchangeType type) {
        return type.senders().stream().anyMatch(party::actsAs)
                || type.receivers().stream().anyMatch(party::actsAs);
    }

    private static Map<String, Object> entry(Catalogue law, ExchangeType type, Language language) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("exchangeType", type.id());
        entry.put("title", type.title().in(language));
        entry.put("purpose", type.purposes().get(0));
        entry.put("senderCapacities", codes(type.senders()));
        entry.put("receiverCapacities", codes(type.receivers()));
        entry.put("legalBasis", type.articles());
        entry.put("consent", consent(type.rules().get(0).consent()));
        entry.put("schema", new TypeSchema(law, type).toJson());
        entry.put("explanation", type.explanation().in(language));
        return entry;
    }

    private static Map<String, Object> consent(ConsentRule rule) {
        Map<String, Object> consent = new TreeMap<>();
        consent.put("demand", rule.demand().name());
        consent.put("kinds", rule.kinds().stream().map(Enum::name).toList());
        consent.put("article", rule.article());
        return consent;
    }

    private static List<String> codes(Set<Capacity> capacities) {
        return capacities.stream().map(Capacity::code).sorted().toList();
    }
}
