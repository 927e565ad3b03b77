package nl.sluiswachter.console.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.report.PartyNames;

/**
 * The register of processing activities.
 *
 * @param version of the catalogue, shortened for people
 */
record ProcessingView(String version, List<Activity> activities) {

    /**
     * One activity, as VNG's register names its parts.
     *
     * @param organisation what it is called
     * @param term ISO 8601; empty for not known
     * @param data kinds of data, by who the person is in the case
     */
    record Activity(
            String name,
            String organisation,
            String oin,
            String purpose,
            String ground,
            String explained,
            String term,
            List<String> sources,
            List<String> receivers,
            Map<String, List<String>> data) {

        /** @param words in Dutch, as the register is */
        static Activity of(Map<String, Object> activity, Catalogue law, Words words, PartyNames names) {
            Map<String, List<String>> data = new LinkedHashMap<>();
            ((List<?>) activity.get("verwerktePersoonsgegevens"))
                    .stream().map(Map.class::cast).forEach(kind -> data.computeIfAbsent(
                                    person(kind.get("rolBetrokkene").toString(), law, words), role -> new ArrayList<>())
                            .add(kind.get("naam").toString()));
            return new Activity(
                    activity.get("naam").toString(),
                    names.of(
                            new Oin(activity.get("verantwoordelijkeOrganisatie").toString())),
                    activity.get("verantwoordelijkeOrganisatie").toString(),
                    words.of(law.voices().tasks().get(activity.get("doel").toString())),
                    activity.get("grondslag").toString(),
                    activity.get("toelichtingGrondslag").toString(),
                    Objects.toString(activity.get("bewaartermijn"), ""),
                    texts(activity.get("herkomst")),
                    texts(activity.get("afnemendeCategorieOntvangers")),
                    data);
        }

        private static String person(String relation, Catalogue law, Words words) {
            return words.of(
                    law.voices().persons().get(Relation.valueOf(relation)).one());
        }

        private static List<String> texts(Object list) {
            return ((List<?>) list).stream().map(Object::toString).toList();
        }
    }
}
