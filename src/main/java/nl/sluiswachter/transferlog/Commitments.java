package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.Outgoing;
import nl.sluiswachter.transfer.Person;
import nl.sluiswachter.transfer.Removal;
import nl.sluiswachter.transferlog.entry.Commitment;

/**
 * What an entry commits to, by label: who and which case it is about, what was delivered and what was left out. Labels are {@code case}, {@code payload},
 * {@code subject/<person>/<number of the key>} and {@code removed/<person>/<group of fields>}.
 */
final class Commitments {

    private final byte[] seed;
    private final Map<String, byte[]> values = new TreeMap<>();

    /** @param seed 32 random bytes, kept beside the entry */
    Commitments(byte[] seed) {
        this.seed = seed.clone();
    }

    /** A seed for one entry. */
    static byte[] seed(SecureRandom random) {
        byte[] seed = new byte[Commitment.BYTES];
        random.nextBytes(seed);
        return seed;
    }

    /** To everything of a decision that the entry may not say. */
    Commitments to(Decided decided) {
        decided.outgoing().map(Outgoing::payload).ifPresent(payload -> values.put("payload", payload));
        decided.identities().forEach((person, identity) -> subject(person, identity.keys()));
        decided.submitted().message().persons().forEach(person -> removed(person, decided));
        return this;
    }

    /** To the case, as it is found. */
    Commitments ofCase(Optional<UUID> key) {
        key.ifPresent(found -> values.put("case", new SubjectKey(found).bytes()));
        return this;
    }

    /** To the keys of a person. */
    Commitments subject(String person, List<SubjectKey> keys) {
        for (int i = 0; i < keys.size(); i++) {
            values.put("subject/" + person + "/" + i, keys.get(i).bytes());
        }
        return this;
    }

    /** As members of an object, base64 by label. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        values.forEach((label, value) -> json.put(
                label, Base64.getEncoder().encodeToString(Commitment.of(label, Commitment.salt(seed, label), value))));
        return json;
    }

    /** The values left out of one person, per group of fields: canonical JSON, by path. */
    private void removed(Person person, Decided decided) {
        Map<String, List<String>> groups = decided.removed().stream()
                .filter(removal -> removal.person().equals(person.ref()))
                .filter(removal -> removal.known().equals(removal.field())) // a made-up name may not be repeated
                .map(Removal::field)
                .filter(person.fields()::containsKey)
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(Commitments::group));
        groups.forEach((group, paths) ->
                values.put("removed/" + person.ref() + "/" + group, CanonicalJson.bytes(valuesOf(person, paths))));
    }

    private static JsonNode valuesOf(Person person, List<String> paths) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        paths.forEach(path ->
                list.addObject().put("field", path).set("value", person.fields().get(path)));
        return list;
    }

    private static String group(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
