package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.catalogue.Language;

/**
 * The JSON Schema of one field: it accepts what {@link Shape} accepts whole. What no schema can say, the eleven-test, is
 * said in words.
 */
final class FieldSchema {

    private static final String BSN_TEXT = "[0-9]{8,9}";

    private final FieldRule rule;
    private final Language language;

    FieldSchema(FieldRule rule, Language language) {
        this.rule = rule;
        this.language = language;
    }

    /** With all members of the vocabulary. */
    ObjectNode whole() {
        return with(member -> true);
    }

    /** With some members only. */
    ObjectNode with(Predicate<String> members) {
        ObjectNode schema = Keyword.JSON.objectNode().put("title", rule.title().in(language));
        return schema.setAll(
                switch (rule.kind()) {
                    case TEXT -> scalar();
                    case CODE -> Keyword.text(Reference.TEXT).put("$comment", "No BSN in it.");
                    case BSN -> Keyword.text(BSN_TEXT).put("$comment", "It must pass the eleven-test.");
                    case DATE -> Keyword.text(Shape.DATE_TEXT).put("format", "date");
                    case OBJECT -> object(members);
                    case LIST ->
                        Keyword.type("array").set("items", rule.members().isEmpty() ? scalar() : object(members));
                });
    }

    /** One short reason, or a list of them; no story. */
    ObjectNode coded() {
        ObjectNode reason = Keyword.text(Shape.CODED_TEXT);
        boolean list = rule.kind() == FieldRule.Kind.LIST;
        ObjectNode reasons = list ? Keyword.JSON.objectNode().set("items", reason) : reason;
        boolean plain =
                rule.kind() == FieldRule.Kind.TEXT || list && rule.members().isEmpty();
        return plain ? whole().setAll(reasons) : Keyword.also(whole(), List.of(reasons));
    }

    private ObjectNode object(Predicate<String> members) {
        Map<String, ObjectNode> allowed = new LinkedHashMap<>();
        rule.members().stream().filter(members).forEach(member -> allowed.put(member, scalar()));
        return Keyword.closed(allowed);
    }

    private static ObjectNode scalar() {
        return Keyword.type("string", "number", "boolean");
    }
}
