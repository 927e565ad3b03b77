package nl.sluiswachter.api;

import java.time.Period;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.sluiswachter.catalogue.AgeRegime;
import nl.sluiswachter.catalogue.Article;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ConsentRule;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.Fields;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.ObligationRule;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.catalogue.PreconditionRule;
import nl.sluiswachter.catalogue.PreconditionWords;
import nl.sluiswachter.party.Capacity;

/** One rule of an exchange type as a partner's developer reads it in the catalogue. */
final class RuleEntry {

    private final Catalogue law;
    private final ExchangeRule rule;
    private final Language language;

    RuleEntry(Catalogue law, ExchangeRule rule, Language language) {
        this.law = law;
        this.rule = rule;
        this.language = language;
    }

    Map<String, Object> toJson() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("senderCapacities", codes(rule.senders()));
        entry.put("receiverCapacities", codes(rule.receivers()));
        entry.put("purpose", rule.purpose());
        entry.put("legalBasis", rule.articles().stream().map(this::article).toList());
        entry.put("avgGrounds", rule.avgGrounds());
        entry.put("consent", consent());
        entry.put(
                "secrecy",
                Map.of(
                        "lift", rule.secrecy().lift().name(),
                        "article", rule.secrecy().article()));
        entry.put("bsn", rule.bsn().name());
        entry.put("objectable", rule.objectable());
        entry.put("nativeOrigins", names(rule.nativeOrigins()));
        entry.put("toldByResident", rule.toldByResident().name());
        entry.put(
                "preconditions",
                rule.preconditions().stream().map(this::precondition).toList());
        entry.put("fields", fields());
        entry.put("household", rule.household().name());
        entry.put(
                "obligations",
                rule.obligations().stream().map(RuleEntry::obligation).toList());
        entry.put("retention", retention());
        entry.put("urgency", names(rule.urgency()));
        return entry;
    }

    private Map<String, Object> article(String name) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("article", name);
        Article article = law.articles().get(name);
        putPresent(entry, "inForceFrom", article == null ? null : article.inForceFrom());
        putPresent(entry, "inForceUntil", article == null ? null : article.inForceUntil());
        return entry;
    }

    private Map<String, Object> consent() {
        Map<String, Object> consent = consent(rule.consent());
        AgeRegime regime = law.regime(rule);
        if (regime != null) {
            Map<String, Object> givers = new LinkedHashMap<>();
            givers.put("article", regime.article());
            givers.put("under12", regime.under12().name());
            givers.put("from12", regime.from12().name());
            givers.put("from16", regime.from16().name());
            givers.put("adult", regime.adult().name());
            consent.put("givenBy", givers);
        }
        return consent;
    }

    static Map<String, Object> consent(ConsentRule rule) {
        Map<String, Object> consent = new LinkedHashMap<>();
        consent.put("demand", rule.demand().name());
        consent.put("kinds", rule.kinds().stream().map(Enum::name).toList());
        consent.put("article", rule.article());
        return consent;
    }

    private Map<String, Object> precondition(PreconditionRule precondition) {
        Precondition kind = precondition.kind();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", kind.name());
        entry.put("text", PreconditionWords.of(kind).in(language));
        entry.put("article", precondition.article());
        entry.put("members", kind.members());
        if (kind.members().isEmpty()) {
            entry.put("fact", kind.name());
        }
        if (!precondition.measures().isEmpty()) {
            entry.put("measures", precondition.measures().stream().sorted().toList());
        }
        return entry;
    }

    private Map<String, Object> fields() {
        Fields fields = rule.fields();
        Map<String, Object> perRelation = new TreeMap<>();
        fields.perRelation()
                .forEach((relation, paths) ->
                        perRelation.put(relation.name(), paths.stream().sorted().toList()));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("perRelation", perRelation);
        entry.put("mandatory", fields.mandatory());
        entry.put("byName", fields.byName().stream().sorted().toList());
        entry.put("coded", fields.coded().stream().sorted().toList());
        entry.put("secretAddress", fields.secretAddress());
        return entry;
    }

    private static Map<String, Object> obligation(ObligationRule obligation) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", obligation.code());
        entry.put("within", obligation.within().toString());
        entry.put("unlessInformed", obligation.unlessInformed());
        entry.put("article", obligation.article());
        return entry;
    }

    private Map<String, Object> retention() {
        Map<String, Object> retention = new LinkedHashMap<>();
        putPresent(retention, "sender", rule.retentionSender().term().orElse(null));
        putPresent(retention, "receiver", rule.retentionReceiver().term().orElse(null));
        return retention;
    }

    /** Dates and {@link Period}s in their ISO 8601 form. */
    private static void putPresent(Map<String, Object> entry, String name, Object value) {
        if (value != null) {
            entry.put(name, value.toString());
        }
    }

    static List<String> codes(Collection<Capacity> capacities) {
        return capacities.stream().map(Capacity::code).distinct().sorted().toList();
    }

    private static List<String> names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toList();
    }
}
