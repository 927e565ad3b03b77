package nl.sluiswachter.transferlog.listing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.sluiswachter.transferlog.search.Found;

/** An entry of the log as an officer sees it: names and codes; who it is about is not repeated. */
public final class ShownEntry {

    private static final String ARTICLE = "article";

    private ShownEntry() {}

    /** The members of the contract (LogEntry). */
    public static Map<String, Object> of(Found found) {
        JsonNode entry = found.entry();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("entryId", found.entryId().toString());
        shown.put("recordedAt", found.place().at().toString());
        shown.put("kind", found.kind().name());
        put(shown, "transferId", found.text("transferId"));
        put(shown, "party", found.text("sender").or(() -> found.text("party")));
        for (String member : List.of("receiver", "exchangeType", "purpose", "policyVersion", "outcome")) {
            put(shown, member, found.text(member));
        }
        if (entry.has("findings")) {
            shown.put("reasons", reasons(entry).toList());
            shown.put("articles", articles(entry).toList());
            shown.put("removed", removed(entry).toList());
            shown.put("delivered", delivered(entry).toList());
        }
        if (entry.has("detail")) {
            shown.put("detail", detail(entry));
        }
        shown.put("entryHash", found.hashText());
        if (found.isDamaged()) {
            shown.put("damaged", true);
        }
        return shown;
    }

    private static Map<String, String> detail(JsonNode entry) {
        Map<String, String> detail = new LinkedHashMap<>();
        entry.path("detail")
                .properties()
                .forEach(member -> detail.put(member.getKey(), member.getValue().asText()));
        return detail;
    }

    /** Codes of what refused. */
    static Stream<String> reasons(JsonNode entry) {
        return each(entry.path("findings"))
                .filter(finding -> finding.path("outcome").asText().equals("FAIL"))
                .map(finding -> finding.path("code").asText())
                .distinct();
    }

    /** What the findings rest on. */
    static Stream<String> articles(JsonNode entry) {
        return entry.path("findings").findValuesAsText(ARTICLE).stream().distinct();
    }

    /** Each {@code person field code}. */
    static Stream<String> removed(JsonNode entry) {
        return each(entry.path("removed"))
                .map(removal -> String.join(
                        " ",
                        removal.path("person").asText(),
                        removal.path("field").asText(),
                        removal.path("code").asText()));
    }

    /** Each {@code person field}. */
    static Stream<String> delivered(JsonNode entry) {
        return each(entry.path("persons")).flatMap(person -> each(person.path("delivered"))
                .map(field -> person.path("ref").asText() + " " + field.asText()));
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static void put(Map<String, Object> shown, String member, Optional<String> value) {
        value.ifPresent(text -> shown.put(member, text));
    }
}
