package nl.sluiswachter.catalogue;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.facts.Measure;
import nl.sluiswachter.party.Capacity;

/** Finds what is incomplete or contradictory in one rule of an exchange type. */
final class RuleCheck {

    private static final String BSN = "identity.bsn";
    private static final String ADDRESS = "identity.address";

    private final Catalogue catalogue;
    private final Faults faults;
    private final String file;
    private final int position;

    RuleCheck(Catalogue catalogue, Faults faults, String file, int position) {
        this.catalogue = catalogue;
        this.faults = faults;
        this.file = file;
        this.position = position;
    }

    void check(ExchangeRule rule) {
        require("purpose", rule.purpose());
        require("law", rule.law());
        require("bsn", rule.bsn());
        require("household", rule.household());
        require("retentionSender", rule.retentionSender().isStated() ? rule.retentionSender() : null);
        require("retentionReceiver", rule.retentionReceiver().isStated() ? rule.retentionReceiver() : null);
        require("urgency", rule.urgency().isEmpty() ? null : rule.urgency());
        require("avgGrounds", rule.avgGrounds().isEmpty() ? null : rule.avgGrounds());
        rule.avgGrounds().stream()
                .filter(ground -> !ground.matches("6\\(1\\)\\([a-f]\\)|9\\(2\\)\\([a-j]\\)"))
                .forEach(ground -> fault("avgGrounds", "avgGrounds must be limbs such as 6(1)(e) or 9(2)(h)"));
        checkCapacities("senders", rule.senders());
        checkCapacities("receivers", rule.receivers());
        checkBasis(rule);
        checkConsent(rule.consent());
        rule.preconditions().forEach(this::checkPrecondition);
        checkFields(rule.fields());
        checkMandatory(rule.fields());
        checkContradictions(rule);
    }

    private void checkCapacities(String member, Set<Capacity> capacities) {
        if (capacities.isEmpty()) {
            fault(member, member + " must not be empty");
        }
        capacities.stream()
                .filter(capacity -> !catalogue.capacities().containsKey(capacity))
                .forEach(capacity -> fault(member, member + " names an unknown capacity " + capacity));
    }

    private void checkBasis(ExchangeRule rule) {
        if (rule.articles().isEmpty()) {
            fault("articles", "articles must name at least one");
        }
        rule.articles().forEach(article -> checkArticle("articles", article));
        rule.preconditions().forEach(precondition -> checkArticle("preconditions", precondition.article()));
        rule.obligations().forEach(this::checkObligation);
        checkArticle("consent", rule.consent().article());
        checkArticle("secrecy", rule.secrecy().article());
        require("secrecy/lift", rule.secrecy().lift());
    }

    private void checkObligation(ObligationRule obligation) {
        checkArticle("obligations", obligation.article());
        boolean hasTerm = obligation.within() != null
                && !obligation.within().isNegative()
                && !obligation.within().isZero();
        if (obligation.code() == null || !hasTerm) {
            fault("obligations", "an obligation needs a code and a term");
        }
    }

    private void checkConsent(ConsentRule consent) {
        require("consent/demand", consent.demand());
        if (!catalogue.ages().regimes().containsKey(String.valueOf(consent.ageRegime()))) {
            fault("consent", "consent.ageRegime must be one of ages.yaml");
        }
        if ((consent.demand() == ConsentDemand.NONE) != consent.kinds().isEmpty()) {
            fault("consent", "consent.kinds must be given exactly when consent is demanded");
        }
        if (consent.kinds().contains(ConsentKind.CARE)) {
            fault("consent", "consent.kinds names CARE, which never satisfies a rule on data");
        }
    }

    private void checkPrecondition(PreconditionRule precondition) {
        require("preconditions/kind", precondition.kind());
        boolean known = precondition.measures().stream().allMatch(code -> Arrays.stream(Measure.values())
                .anyMatch(measure -> measure.name().equals(code)));
        boolean needed = precondition.kind() == Precondition.LEGAL_MEASURE;
        if (!known || needed == precondition.measures().isEmpty()) {
            fault("preconditions", "measures must name known measures exactly where a legal measure is asked");
        }
    }

    private void checkFields(Fields fields) {
        fields.perRelation().forEach((relation, paths) -> checkPaths("fields/perRelation/" + relation, paths));
        Set<String> subject = fields.of(Relation.SUBJECT);
        Map.of(
                        "mandatory",
                                fields.mandatory().stream()
                                        .flatMap(Collection::stream)
                                        .toList(),
                        "byName", fields.byName(),
                        "coded", fields.coded())
                .forEach((member, paths) -> paths.stream()
                        .filter(path -> !subject.contains(path))
                        .forEach(path -> fault(
                                "fields/" + member, "fields." + member + " names " + path + ", which is not allowed")));
    }

    private void checkMandatory(Fields fields) {
        if (fields.mandatory().isEmpty() || fields.mandatory().stream().anyMatch(Collection::isEmpty)) {
            fault(
                    "fields/mandatory",
                    "fields.mandatory must name at least one field without which the message has no use");
        }
    }

    private void checkPaths(String member, Set<String> paths) {
        paths.stream()
                .filter(path -> !catalogue.fields().containsKey(path))
                .forEach(path -> fault(member, member.replace('/', '.') + " names an unknown field " + path));
    }

    private void checkContradictions(ExchangeRule rule) {
        Map<Relation, Set<String>> lists = rule.fields().perRelation();
        if (rule.bsn() == BsnRight.NEVER && lists.values().stream().anyMatch(paths -> paths.contains(BSN))) {
            fault("fields", "identity.bsn is allowed although bsn says NEVER");
        }
        if (rule.bsn() == BsnRight.PRESCRIBED
                && !lists.getOrDefault(Relation.SUBJECT, Set.of()).contains(BSN)) {
            fault("bsn", "bsn says PRESCRIBED although identity.bsn is not allowed for the subject");
        }
        if (rule.fields().secretAddress() && lists.values().stream().noneMatch(paths -> paths.contains(ADDRESS))) {
            fault("fields/secretAddress", "secretAddress is allowed although no address is");
        }
        boolean others = lists.keySet().stream().anyMatch(relation -> relation != Relation.SUBJECT);
        if (rule.household() != null && (rule.household() == Household.NONE) == others) {
            fault("household", "household must be NONE exactly when fields name the subject only");
        }
        if (rule.household() == Household.OWN_CONSENT && rule.consent().demand() == ConsentDemand.NONE) {
            fault("household", "household asks everybody's own consent although no consent is demanded");
        }
        if (rule.toldByResident() == ToldByResident.ACCOMPANYING) {
            rule.senders().stream()
                    .map(catalogue.capacities()::get)
                    .filter(sender -> sender != null && sender.actsUnder().isEmpty())
                    .forEach(sender -> fault(
                            "toldByResident",
                            "toldByResident is limited although capacities.yaml does not say under which law "
                                    + sender.title().in(Language.EN) + " acts"));
        }
        checkSecrecy(rule.secrecy().lift(), rule.consent());
    }

    private void checkSecrecy(SecrecyLift lift, ConsentRule consent) {
        boolean none = consent.demand() == ConsentDemand.NONE;
        if (lift == SecrecyLift.CONSENT && none) {
            fault("secrecy", "secrecy is lifted by consent although no consent is demanded");
        }
        if (lift == SecrecyLift.WAIVER && none) {
            fault("secrecy", "secrecy asks for a waiver although no consent is demanded");
        }
        if (lift == SecrecyLift.BY_LAW && consent.kinds().contains(ConsentKind.SECRECY_WAIVER)) {
            fault("secrecy", "secrecy is lifted by law although consent.kinds asks for a waiver");
        }
    }

    private void checkArticle(String member, String article) {
        Article known = article == null ? null : catalogue.articles().get(article);
        if (known == null) {
            fault(member, member + " cites " + article + ", which articles.yaml does not know");
        } else if (known.inForceFrom() == null && known.inForceUntil() == null) {
            fault(member, member + " cites " + article + ", which articles.yaml gives no day on which it is law");
        }
    }

    private void require(String member, Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            fault(member, member.replace('/', '.') + " is missing");
        }
    }

    /** Members that all rules share stand at the top of the file. */
    private void fault(String member, String sentence) {
        faults.add(file, "/rules/" + position + "/" + member, "/" + member, sentence);
    }
}
