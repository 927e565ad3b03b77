package nl.sluiswachter.api;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.party.Capacity;

/**
 * {@code GET /v1/catalogue}: the exchange types in which the caller can be sender or receiver. The same capacities get
 * the same answer until the catalogue changes, and who has it already is told so (RFC 9110, 13.1.2).
 */
public final class CatalogueEndpoint {

    /** Answers kept: one per combination of capacities and language; all go when one more is asked. */
    private static final int MOST_ANSWERS = 64;

    private static final int TAG_LENGTH = 32;

    private final ActiveCatalogue catalogue;
    private final StrictJson json;
    private final TextLimit limit;
    private final Map<Key, Page> pages = new ConcurrentHashMap<>();

    /** What an answer depends on. */
    private record Key(String version, Set<Capacity> capacities, Language language) {}

    /** An answer and its entity tag. */
    private record Page(byte[] body, String tag) {}

    CatalogueEndpoint(ActiveCatalogue catalogue, StrictJson json, TextLimit limit) {
        this.catalogue = catalogue;
        this.json = json;
        this.limit = limit;
    }

    /** The types open to this party, by code; 304 without a body when the caller has this very answer. */
    public Answer list(Request request) {
        Catalogue law = catalogue.current();
        Language language = Preferences.language(request.header("accept-language"));
        Page page = page(law, request.caller().capacities(), language);
        Map<String, String> headers = Map.of("ETag", page.tag());
        boolean known = request.header("if-none-match")
                .filter(tags -> tags.contains(page.tag()))
                .isPresent();
        return known
                ? new Answer(304, "application/json", headers, new byte[0])
                : new Answer(200, "application/json", headers, page.body());
    }

    private Page page(Catalogue law, Set<Capacity> capacities, Language language) {
        if (pages.size() >= MOST_ANSWERS) {
            pages.clear();
        }
        return pages.computeIfAbsent(new Key(law.version(), capacities, language), key -> {
            byte[] body = json.write(answer(law, capacities, language));
            return new Page(body, '"' + Sha256.hex(body).substring(0, TAG_LENGTH) + '"');
        });
    }

    private Map<String, Object> answer(Catalogue law, Set<Capacity> capacities, Language language) {
        List<Map<String, Object>> types = law.types().values().stream()
                .sorted(Comparator.comparing(ExchangeType::id))
                .map(type -> new CatalogueEntry(law, type, capacities::contains, language, limit))
                .filter(CatalogueEntry::isOpen)
                .map(CatalogueEntry::toJson)
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("policyVersion", law.version());
        answer.put("exchangeTypes", types);
        return answer;
    }
}
