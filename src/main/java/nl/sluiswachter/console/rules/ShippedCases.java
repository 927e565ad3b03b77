package nl.sluiswachter.console.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The cases of the law by which this gateway was tested when it was made; they travel in the jar. */
final class ShippedCases {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, List<Case>> READ = new ConcurrentHashMap<>();

    private ShippedCases() {}

    /**
     * A case, as far as a reader is told of it.
     *
     * @param name what it is about, in English
     * @param permitted what must come out
     * @param sender capacity
     * @param receiver capacity; empty where the message names none
     * @param codes why it is refused, or why something must be left out
     */
    record Case(
            String name,
            boolean permitted,
            Optional<String> sender,
            Optional<String> receiver,
            SortedSet<String> codes) {}

    /** Those of a type of the catalogue; none for one that did not come with this gateway. */
    static List<Case> of(String type) {
        List<Case> known = READ.get(type);
        return known == null ? read(type) : known;
    }

    private static List<Case> read(String type) {
        try (InputStream file = ShippedCases.class.getResourceAsStream("/cases/" + type + ".yaml")) {
            if (file == null) {
                return List.of();
            }
            List<Case> cases = cases(type, YAML.readTree(file));
            READ.put(type, cases);
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException("The cases in the jar cannot be read", e);
        }
    }

    private static List<Case> cases(String type, JsonNode file) {
        List<Case> cases = new ArrayList<>();
        for (JsonNode one : file.path("cases")) {
            if (one.path("exchangeType").asText(type).equals(type)) {
                cases.add(read(one, file.path("base")));
            }
        }
        return List.copyOf(cases);
    }

    private static Case read(JsonNode one, JsonNode base) {
        JsonNode then = one.path("then");
        boolean permitted = "PERMIT".equals(then.path("outcome").asText());
        SortedSet<String> codes = new TreeSet<>();
        if (permitted) {
            then.path("removed").forEach(person -> person.forEach(code -> codes.add(code.asText())));
        } else {
            then.path("codes").forEach(code -> codes.add(code.asText()));
        }
        return new Case(
                one.path("name").asText(),
                permitted,
                said("/when/senderCapacity", one, base),
                said("/when/receiver/capacity", one, base),
                codes);
    }

    /** What the case says; else what the case that all of the file begin with does. */
    private static Optional<String> said(String member, JsonNode one, JsonNode base) {
        JsonNode own = one.at(member);
        return Optional.ofNullable((own.isMissingNode() ? base.at(member) : own).textValue());
    }
}
