package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fourth step of the path: what of the message may remain? Allow-list only; unknown fields never pass. */
public final class MinimiseStage {

    private static final List<Check> CHECKS =
            List.of(new BsnCheck(), new AddressCheck(), new FieldCheck(), new MinimumCheck(), new FreeTextCheck());

    /** Runs the checks on the data and keeps only what every check let through. */
    public Minimal minimise(Consented consented) {
        Case examined = consented.examined().examinedBy(CHECKS);
        List<MinimalPerson> persons = examined.persons().stream()
                .map(person -> remains(examined, person))
                .filter(person -> !person.fields().isEmpty())
                .toList();
        return new Minimal(examined, persons);
    }

    private static MinimalPerson remains(Case examined, Person person) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        FreeText texts = new FreeText(examined);
        for (String path : examined.remaining(person)) {
            JsonNode value = examined.withoutRemovedMembers(person, path);
            fields.put(path, texts.masked(person, path, value));
        }
        boolean secret = fields.containsKey(AddressCheck.FIELD) && AddressCheck.isSecret(examined, person);
        return new MinimalPerson(person, fields, secret);
    }
}
