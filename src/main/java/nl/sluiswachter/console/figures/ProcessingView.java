package nl.sluiswachter.console.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The register of processing activities.
 *
 * @param version of the catalogue, shortened for people
 */
record ProcessingView(String version, List<Activity> activities) {

    /**
     * One activity, as VNG's register names its parts.
     *
     * @param term ISO 8601; empty for not known
     * @param data kinds of data, by the relation of the person
     */
    record Activity(
            String name,
            String organisation,
            String purpose,
            String ground,
            String explained,
            String term,
            List<String> sources,
            List<String> receivers,
            Map<String, List<String>> data) {

        static Activity of(Map<String, Object> activity) {
            Map<String, List<String>> data = new LinkedHashMap<>();
            ((List<?>) activity.get("verwerktePersoonsgegevens"))
                    .stream().map(Map.class::cast).forEach(kind -> data.computeIfAbsent(
                                    kind.get("rolBetrokkene").toString(), role -> new ArrayList<>())
                            .add(kind.get("naam").toString()));
            return new Activity(
                    activity.get("naam").toString(),
                    activity.get("verantwoordelijkeOrganisatie").toString(),
                    activity.get("doel").toString(),
                    activity.get("grondslag").toString(),
                    activity.get("toelichtingGrondslag").toString(),
                    activity.getOrDefault("bewaartermijn", "").toString(),
                    texts(activity.get("herkomst")),
                    texts(activity.get("afnemendeCategorieOntvangers")),
                    data);
        }

        private static List<String> texts(Object list) {
            return ((List<?>) list).stream().map(Object::toString).toList();
        }
    }
}
