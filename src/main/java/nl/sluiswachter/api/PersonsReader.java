package nl.sluiswachter.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transfer.Person;
import nl.sluiswachter.transfer.Removal;

/** Reads the persons of a message. Which data may stay is not judged here; their paths are only named. */
final class PersonsReader {

    private static final String REF = "[A-Za-z][A-Za-z0-9]{0,7}";

    private final GatewaySettings.Limits limits;
    private final Set<String> refs = new HashSet<>();

    PersonsReader(GatewaySettings.Limits limits) {
        this.limits = limits;
    }

    List<Person> read(Member persons) {
        List<Person> read = new ArrayList<>();
        persons.list(1, limits.persons())
                .forEach(member -> member.object().flatMap(this::person).ifPresent(read::add));
        return read;
    }

    private Optional<Person> person(Body body) {
        Optional<String> ref = ref(body.required("ref"));
        Optional<Relation> relation = body.required("relation").choice(Relation.class);
        Optional<Origin> origin = body.required("origin").choice(Origin.class);
        Optional<ObjectNode> data = body.required("data").anyObject();
        Member origins = body.optional("origins");
        Map<String, Set<Origin>> exceptions =
                origins.isAbsent() ? Map.of() : origins.map(limits.fields(), PersonsReader::origins);
        if (ref.isEmpty() || relation.isEmpty() || origin.isEmpty() || data.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Person(ref.get(), relation.get(), origin.get(), fields(data.get()), exceptions));
    }

    /** One origin, or several where a field was made from several. */
    private static Optional<Set<Origin>> origins(Member value) {
        if (!value.isList()) {
            return value.choice(Origin.class).map(Set::of);
        }
        Set<Origin> several = EnumSet.noneOf(Origin.class);
        value.list(1, Origin.values().length)
                .forEach(item -> item.choice(Origin.class).ifPresent(several::add));
        return several.isEmpty() ? Optional.empty() : Optional.of(several);
    }

    private Optional<String> ref(Member member) {
        return member.matching(REF, "A letter and up to seven letters or digits are expected.")
                .flatMap(ref -> refs.add(ref)
                        ? Optional.of(ref)
                        : member.refused("REF_USED_TWICE", "Each person needs a ref of its own."));
    }

    /** Groups and their members become paths; a name with a dot in it could pass for another path, so it has none. */
    private static Map<String, JsonNode> fields(ObjectNode data) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        data.properties().forEach(group -> {
            if (group.getValue() instanceof ObjectNode members) {
                members.properties()
                        .forEach(member -> put(fields, path(group.getKey(), member.getKey()), member.getValue()));
            } else {
                put(fields, path(group.getKey()), group.getValue());
            }
        });
        return fields;
    }

    private static String path(String... names) {
        for (String name : names) {
            if (name.contains(".")) {
                return Removal.MASKED;
            }
        }
        return String.join(".", names);
    }

    private static void put(Map<String, JsonNode> fields, String path, JsonNode value) {
        if (!value.isNull()) {
            fields.put(path, value);
        }
    }
}
