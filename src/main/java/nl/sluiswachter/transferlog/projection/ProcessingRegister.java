package nl.sluiswachter.transferlog.projection;

import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;

/** The register of processing activities (AVG art. 30) as the catalogue implies it, with the names of VNG's register API. */
public final class ProcessingRegister {

    /** AVG art. 6 lid 1; the list of VNG lacks the vital interest. */
    private static final Map<String, String> GROUNDS = Map.of(
            "6(1)(a)", "Toestemming betrokkene",
            "6(1)(b)", "Uitvoering overeenkomst",
            "6(1)(c)", "Wettelijke verplichting",
            "6(1)(d)", "Vitaal belang",
            "6(1)(e)", "Publieke taak",
            "6(1)(f)", "Gerechtvaardigd belang");

    private static final Pattern LIMB = Pattern.compile("([0-9]+)\\(([0-9]+)\\)\\(([a-z])\\)");

    /** Special categories: where the catalogue names no limb of art. 6 beside it, it is consent too. */
    private static final String EXPLICIT_CONSENT = "9(2)(a)";

    private static final String NO_TERM =
            "De catalogus heeft hiervoor geen bewaartermijn. De verwerkingsverantwoordelijke stelt die zelf vast.";

    private final Oin municipality;

    /** @param municipality that runs the gateway, "verantwoordelijke organisatie" */
    public ProcessingRegister(Oin municipality) {
        this.municipality = municipality;
    }

    /** One activity per rule of each exchange type, in the order of their codes. */
    public List<Map<String, Object>> of(Catalogue law) {
        List<Map<String, Object>> activities = new ArrayList<>();
        new TreeMap<>(law.types()).values().forEach(type -> {
            for (ExchangeRule rule : type.rules()) {
                activities.add(activity(type, rule, law));
            }
        });
        return activities;
    }

    private Map<String, Object> activity(ExchangeType type, ExchangeRule rule, Catalogue law) {
        Map<String, Object> activity = new LinkedHashMap<>();
        String url = Names.activity(type.id(), law.version());
        int position = type.rules().indexOf(rule);
        activity.put(
                "id", Names.uuid(position == 0 ? url : url + "/" + position).toString());
        activity.put("url", url);
        activity.put("naam", type.title().nl());
        activity.put("categorie", rule.law().name());
        activity.put("verantwoordelijkeOrganisatie", municipality.value());
        activity.put("doel", rule.purpose());
        activity.put("grondslag", ground(rule));
        activity.put("toelichtingGrondslag", explained(rule));
        term(rule, activity);
        activity.put("herkomst", titles(rule.senders().stream(), law));
        activity.put("afnemendeInternationaleDerden", List.of());
        activity.put("afnemendeCategorieOntvangers", titles(rule.receivers().stream(), law));
        activity.put("verwerktePersoonsgegevens", data(rule, law));
        return activity;
    }

    private static void term(ExchangeRule rule, Map<String, Object> activity) {
        String term = rule.retentionReceiver()
                .term()
                .or(() -> rule.retentionSender().term())
                .map(Period::toString)
                .orElse(null);
        activity.put("bewaartermijn", term);
        if (term == null) {
            activity.put("toelichtingBewaartermijn", NO_TERM);
        }
    }

    private static String ground(ExchangeRule rule) {
        boolean explicitConsent = rule.avgGrounds().contains(EXPLICIT_CONSENT);
        return rule.avgGrounds().stream()
                .map(GROUNDS::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(explicitConsent ? GROUNDS.get("6(1)(a)") : "Niet vastgesteld");
    }

    private static String explained(ExchangeRule rule) {
        Stream<String> limbs = rule.avgGrounds().stream().map(ProcessingRegister::article);
        return Stream.concat(rule.articles().stream(), limbs).distinct().collect(Collectors.joining("; "));
    }

    /** A limb such as 6(1)(e), written as the articles are, so that none stands there twice. */
    public static String article(String limb) {
        return LIMB.matcher(limb).replaceFirst("AVG art. $1 lid $2 onder $3");
    }

    private static List<String> titles(Stream<Capacity> capacities, Catalogue law) {
        return capacities
                .map(capacity -> law.capacities().get(capacity).title().nl())
                .sorted()
                .toList();
    }

    private static List<Map<String, Object>> data(ExchangeRule rule, Catalogue law) {
        List<Map<String, Object>> data = new ArrayList<>();
        new TreeMap<>(rule.fields().perRelation())
                .forEach((relation, fields) -> fields.stream().sorted().forEach(field -> {
                    Map<String, Object> kind = new LinkedHashMap<>();
                    kind.put("rolBetrokkene", relation.name());
                    kind.put("naam", law.fields().get(field).title().nl());
                    data.add(kind);
                }));
        return data;
    }
}
