package nl.sluiswachter.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.party.Capacity;

/** Finds what is incomplete or contradictory in a catalogue whose files could be read. */
final class CatalogueCheck {

    private final Catalogue catalogue;
    private final List<String> faults = new ArrayList<>();

    CatalogueCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** One sentence per fault; empty when the catalogue may be used. */
    List<String> faults() {
        checkTexts();
        checkReuse();
        checkAges();
        catalogue.types().values().forEach(this::checkType);
        if (catalogue.types().isEmpty()) {
            faults.add("types/: at least one exchange type is expected");
        }
        return List.copyOf(faults);
    }

    private void checkTexts() {
        for (Code code : Code.values()) {
            Reason reason = catalogue.texts().reasons().get(code);
            if (reason == null || isBlank(reason.text())) {
                faults.add("reasons.yaml: " + code + " needs a text in nl and en");
            }
        }
        catalogue.texts().reasons().forEach((code, reason) -> {
            if (code.refuses() && reason.remedies().isEmpty()) {
                faults.add("reasons.yaml: " + code + " refuses and needs a remedy");
            }
        });
        catalogue.texts().reasons().forEach((code, reason) -> reason.remedies().stream()
                .filter(remedy -> !catalogue.texts().remedies().containsKey(remedy))
                .forEach(remedy -> faults.add("reasons.yaml: " + code + " names an unknown remedy " + remedy)));
    }

    private void checkReuse() {
        catalogue
                .reuse()
                .forEach((from, row) -> row.forEach((to, cell) -> {
                    String place = "reuse.yaml: " + from + " to " + to;
                    if (cell.rule() == null) {
                        faults.add(place + " needs a rule");
                    }
                    checkArticle(place, cell.article());
                }));
    }

    private void checkAges() {
        if (catalogue.ages().minor12to15() == null) {
            faults.add("ages.yaml: minor12to15 must be JOINT or LAW_ONLY");
        }
        catalogue.ages().regimes().forEach((id, regime) -> {
            checkArticle("ages.yaml: " + id, regime.article());
            if (regime.under12() == null || regime.from12() == null) {
                faults.add("ages.yaml: " + id + " needs a rule for each age");
            }
            if (regime.from16() == null || regime.adult() == null) {
                faults.add("ages.yaml: " + id + " needs a rule for each age");
            }
        });
    }

    private void checkType(ExchangeType type) {
        String place = "types/" + type.id() + ".yaml: ";
        require(place, "title", type.title());
        require(place, "explanation", type.explanation());
        require(place, "purpose", type.purpose());
        require(place, "law", type.law());
        require(place, "bsn", type.bsn());
        checkParties(place, type);
        checkBasis(place, type);
        checkFields(place, type.fields());
    }

    private void checkParties(String place, ExchangeType type) {
        checkCapacities(place + "senders", type.senders());
        checkCapacities(place + "receivers", type.receivers());
    }

    private void checkCapacities(String place, Set<Capacity> capacities) {
        if (capacities.isEmpty()) {
            faults.add(place + " must not be empty");
        }
        capacities.stream()
                .filter(c -> !catalogue.capacities().containsKey(c))
                .forEach(c -> faults.add(place + " names an unknown capacity " + c));
    }

    private void checkBasis(String place, ExchangeType type) {
        if (type.articles().isEmpty()) {
            faults.add(place + "articles must name at least one");
        }
        type.articles().forEach(article -> checkArticle(place + "articles", article));
        type.preconditions().forEach(rule -> checkArticle(place + "preconditions", rule.article()));
        type.obligations().forEach(rule -> checkArticle(place + "obligations", rule.article()));
        checkArticle(place + "consent", type.consent().article());
        checkArticle(place + "secrecy", type.secrecy().article());
        if (!catalogue.ages().regimes().containsKey(type.consent().ageRegime())) {
            faults.add(place + "consent.ageRegime must be one of ages.yaml");
        }
        if ((type.consent().demand() == ConsentDemand.NONE)
                != type.consent().kinds().isEmpty()) {
            faults.add(place + "consent.kinds must be given exactly when consent is demanded");
        }
    }

    private void checkFields(String place, Fields fields) {
        fields.perRelation().forEach((relation, paths) -> checkPaths(place + "fields." + relation, paths));
        Set<String> subject = fields.perRelation().getOrDefault(Relation.SUBJECT, Set.of());
        fields.mandatory().stream()
                .flatMap(Collection::stream)
                .filter(path -> !subject.contains(path))
                .forEach(path -> faults.add(place + "fields.mandatory names " + path + ", which is not allowed"));
    }

    private void checkPaths(String place, Set<String> paths) {
        paths.stream()
                .filter(path -> !catalogue.fields().containsKey(path))
                .forEach(path -> faults.add(place + " names an unknown field " + path));
    }

    private void checkArticle(String place, String article) {
        if (article == null || !catalogue.articles().containsKey(article)) {
            faults.add(place + " cites " + article + ", which articles.yaml does not know");
        }
    }

    private void require(String place, String member, Object value) {
        if (value == null || value instanceof Text text && isBlank(text)) {
            faults.add(place + member + " is missing");
        }
    }

    private static boolean isBlank(Text text) {
        return text == null
                || text.nl() == null
                || text.nl().isBlank()
                || text.en() == null
                || text.en().isBlank();
    }
}
