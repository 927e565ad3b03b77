package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.catalogue.Text;

/** The data of a person in a lane: which fields, of what shape, and for the subject what may not be missing. */
final class DataSchema {

    /** At least one character that is more than a space or a mark. */
    static final String SUBSTANCE = "[^\\s!-/:-@\\[-`{-~]";

    private static final Map<String, List<String>> IDENTIFYING = Map.of(
            "identity.name", List.of("given", "family"),
            "identity.birthdate", List.of(),
            "identity.address", List.of("postcode", "houseNumber"));

    private static final Text SEARCHED = new Text(
            "Alleen om de persoon in de registers te vinden; gaat niet naar de ontvanger.",
            "Only to find the person in the registers; not delivered.");
    private static final Text INSTEAD = new Text(
            "Gaat alleen naar de ontvanger als er geen BSN is; anders alleen om de persoon in de registers te vinden.",
            "Delivered only without a BSN; otherwise only to find the person in the registers.");

    private final Catalogue catalogue;
    private final Lane lane;
    private final Language language;
    /** Fields by the name under which the schema refers to them. */
    private final Map<String, ObjectNode> definitions;
    /** Fields beside the list that only serve to find the person; none in what is delivered. */
    private final SortedSet<String> searched;

    private final boolean demanding;

    private DataSchema(
            Catalogue catalogue,
            Lane lane,
            Language language,
            Map<String, ObjectNode> definitions,
            SortedSet<String> searched,
            boolean demanding) {
        this.catalogue = catalogue;
        this.lane = lane;
        this.language = language;
        this.definitions = definitions;
        this.searched = searched;
        this.demanding = demanding;
    }

    /** As a sender writes them: the fields by which a person is found are there as well. */
    static DataSchema submitted(
            Catalogue catalogue, Lane lane, Language language, Map<String, ObjectNode> definitions) {
        return new DataSchema(catalogue, lane, language, definitions, SearchIdentity.fields(lane), true);
    }

    /** As a receiver reads them: what is on the list, and nothing else. */
    static DataSchema delivered(
            Catalogue catalogue, Lane lane, Language language, Map<String, ObjectNode> definitions) {
        return new DataSchema(catalogue, lane, language, definitions, new TreeSet<>(), true);
    }

    /** The same with nothing that may not be missing: each receiver gets more than what is written here. */
    DataSchema withoutDemands() {
        return new DataSchema(catalogue, lane, language, definitions, searched, false);
    }

    /** What may not be missing about the subject unless every item is refused; empty where the type answers nothing. */
    List<ObjectNode> substance() {
        return demands(this::canSpare);
    }

    /** What may not be missing about the subject. */
    List<ObjectNode> demands() {
        return subject(lane.paths(Relation.SUBJECT));
    }

    ObjectNode of(Relation relation) {
        Map<String, Map<String, JsonNode>> groups = new TreeMap<>();
        for (String path : written(relation)) {
            int dot = path.indexOf('.');
            groups.computeIfAbsent(path.substring(0, dot), group -> new LinkedHashMap<>())
                    .put(path.substring(dot + 1), field(relation, path));
        }
        Map<String, ObjectNode> closed = new LinkedHashMap<>();
        groups.forEach((group, fields) -> closed.put(group, Keyword.closed(fields)));
        return relation == Relation.SUBJECT && demanding
                ? Keyword.also(Keyword.closed(closed), demands())
                : Keyword.closed(closed);
    }

    /** What may be written, delivered or not. */
    SortedSet<String> written(Relation relation) {
        SortedSet<String> written = paths(relation);
        written.addAll(searched);
        return written;
    }

    /** What may arrive, the fields that identify without a BSN among them. */
    SortedSet<String> paths(Relation relation) {
        SortedSet<String> paths = new TreeSet<>(lane.paths(relation));
        if (relation == Relation.SUBJECT && isBsnPrescribed()) {
            paths.addAll(FallbackIdentity.FIELDS);
        }
        return paths;
    }

    /** Whether the field only says who or which case it is about. */
    boolean accompanies(String path) {
        return catalogue.fields().get(path).accompanies();
    }

    /** Whether the field identifies a person in this relation who has no BSN. */
    boolean identifies(Relation relation, String path) {
        return relation == Relation.SUBJECT && isBsnPrescribed() && FallbackIdentity.FIELDS.contains(path);
    }

    /** Whether something about the subject may not be missing. */
    boolean demandsSubject() {
        return isBsnPrescribed() || !lane.rule().fields().mandatory().isEmpty();
    }

    private ObjectNode field(Relation relation, String path) {
        boolean coded = lane.rule().fields().coded().contains(path);
        boolean unlisted = !lane.paths(relation).contains(path);
        boolean fallback = unlisted && identifies(relation, path);
        String use = fallback ? ":identifying" : unlisted ? ":searched" : coded ? ":coded" : "";
        definitions.computeIfAbsent(path + use, any -> {
            FieldSchema schema = new FieldSchema(catalogue.fields().get(path), language);
            return switch (use) {
                case ":identifying" -> identifying(schema, path);
                case ":searched" ->
                    schema.with(member -> SearchIdentity.needsMember(path, member))
                            .put("description", SEARCHED.in(language));
                case ":coded" -> schema.coded();
                default -> schema.whole();
            };
        });
        return Keyword.JSON.objectNode().put("$ref", "#/$defs/" + path + use);
    }

    /** Delivered instead of a BSN; beside one it only serves to find the person. */
    private ObjectNode identifying(FieldSchema schema, String path) {
        ObjectNode field = schema.with(member -> FallbackIdentity.needsMember(path, member));
        return searched.isEmpty() ? field : field.put("description", INSTEAD.in(language));
    }

    private List<ObjectNode> subject(Set<String> listed) {
        List<ObjectNode> demands = new ArrayList<>(demands(oneOf -> !canSpare(oneOf)));
        if (isBsnPrescribed()) {
            demands.add(identified(listed));
        }
        return demands;
    }

    private List<ObjectNode> demands(Predicate<List<String>> some) {
        return lane.rule().fields().mandatory().stream()
                .filter(some)
                .map(oneOf -> oneOf.stream().map(Keyword::hasField).toList())
                .map(oneOf -> oneOf.size() == 1 ? oneOf.get(0) : Keyword.either(oneOf))
                .toList();
    }

    private boolean canSpare(List<String> oneOf) {
        return lane.terms().items().answers() && oneOf.stream().noneMatch(this::accompanies);
    }

    /** A BSN, or all that identifies instead (Wmo 2015 art. 5.2.9); delivered are never both, unless the list has both. */
    private ObjectNode identified(Set<String> listed) {
        Map<String, JsonNode> onlyInstead = new TreeMap<>();
        FallbackIdentity.FIELDS.stream()
                .filter(path -> !listed.contains(path))
                .forEach(path -> onlyInstead.put(member(path), BooleanNode.FALSE));
        ObjectNode schema = Keyword.JSON.objectNode().set("if", Keyword.hasField(BsnCheck.FIELD));
        if (!onlyInstead.isEmpty() && searched.isEmpty()) {
            schema.set("then", Keyword.properties(Map.of("identity", Keyword.properties(onlyInstead))));
        }
        Map<String, ObjectNode> set = new TreeMap<>();
        IDENTIFYING.forEach((path, members) -> set.put(member(path), filled(members)));
        schema.set("else", Keyword.has("identity", Keyword.require(Keyword.properties(set), set.keySet())));
        return schema.put("$comment", "Wmo 2015 art. 5.2.9");
    }

    private static ObjectNode filled(List<String> members) {
        Map<String, ObjectNode> filled = new TreeMap<>();
        members.forEach(member -> filled.put(member, Keyword.JSON.objectNode().put("pattern", SUBSTANCE)));
        return members.isEmpty()
                ? Keyword.JSON.objectNode()
                : Keyword.require(Keyword.properties(filled), filled.keySet());
    }

    private static String member(String path) {
        return path.substring(path.indexOf('.') + 1);
    }

    private boolean isBsnPrescribed() {
        return lane.terms().bsn() == BsnRight.PRESCRIBED;
    }
}
