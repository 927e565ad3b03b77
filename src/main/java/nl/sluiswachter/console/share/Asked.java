package nl.sluiswachter.console.share;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.consent.AgeBand;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.transfer.Statement;
import nl.sluiswachter.transfer.Supposition;
import org.springframework.util.MultiValueMap;

/**
 * What somebody filled in so far. Names of the catalogue only: anything else is as if it were not filled in.
 *
 * @param danger whether somebody is in danger now: it changes no answer and opens ways out
 * @param sent whether the questions of the rule were before them already
 */
record Asked(
        Optional<Capacity> from,
        Optional<Capacity> to,
        Optional<ExchangeType> type,
        Optional<AgeBand> age,
        Set<String> data,
        Set<Giver.Relation> consent,
        Set<Precondition> met,
        boolean weighed,
        boolean danger,
        boolean sent) {

    private static final String UNKNOWN = "share.error.choice";

    static Asked read(MultiValueMap<String, String> form, Catalogue law) {
        Optional<Capacity> from = capacity(form.getFirst("from"), law);
        Optional<Capacity> to = capacity(form.getFirst("to"), law);
        Optional<ExchangeType> type = Optional.ofNullable(form.getFirst("type"))
                .flatMap(law::type)
                .filter(known -> from.isPresent() && to.isPresent() && fits(known, from.get(), to.get()));
        return new Asked(
                from,
                to,
                type,
                constants(AgeBand.class, form.get("age")).stream().findFirst(),
                values(form.get("data")).stream()
                        .filter(law.fields()::containsKey)
                        .collect(Collectors.toSet()),
                constants(Giver.Relation.class, form.get("consent")),
                constants(Precondition.class, form.get("met")),
                form.containsKey("weighed"),
                form.containsKey("danger"),
                form.containsKey("sent"));
    }

    /** What cannot be chosen, and what has to be filled in yet where somebody asked without it. */
    FormErrors wrong(MultiValueMap<String, String> form, Catalogue law) {
        FormErrors errors = new FormErrors();
        if (from.isEmpty() && isGiven(form, "from")) {
            errors.add("from", UNKNOWN);
        } else if (from.isPresent() && to.isEmpty() && isGiven(form, "to")) {
            errors.add("to", UNKNOWN);
        } else if (to.isPresent()
                && isGiven(form, "type")
                && law.type(form.getFirst("type")).isEmpty()) {
            errors.add("type", UNKNOWN);
        }
        boolean begun = rule().isPresent() && (sent || age.isPresent() || !data.isEmpty());
        if (begun && age.isEmpty()) {
            errors.add("age", "share.age.missing");
        }
        if (begun && data.isEmpty()) {
            errors.add("data", "share.data.missing");
        }
        return errors;
    }

    private static boolean isGiven(MultiValueMap<String, String> form, String field) {
        String text = form.getFirst(field);
        return text != null && !text.isBlank();
    }

    /** Whether some rule is about this pair. */
    static boolean fits(ExchangeType type, Capacity from, Capacity to) {
        return type.rules().stream().anyMatch(rule -> rule.covers(from, to));
    }

    /** The rule that it is about, once it is known who and which type. */
    Optional<ExchangeRule> rule() {
        return type.map(known -> known.rule(from.orElseThrow(), to.orElseThrow(), ""));
    }

    /** What is to be judged, once everything that is needed was filled in. */
    Optional<Supposition> supposition() {
        if (rule().isEmpty() || age.isEmpty() || data.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Supposition(
                type.orElseThrow().id(),
                from.orElseThrow(),
                to.orElseThrow(),
                age.get(),
                data,
                consent,
                facts(),
                statements(),
                met.stream().anyMatch(need -> isStated(need)),
                weighed));
    }

    private static boolean isStated(Precondition need) {
        return need == Precondition.QUESTION
                || need == Precondition.NATURE_AND_SEVERITY
                || need == Precondition.INFORMED_STATUS;
    }

    private Set<FactKind> facts() {
        return met.stream()
                .filter(need -> need.members().isEmpty())
                .map(need -> FactKind.valueOf(need.name()))
                .collect(Collectors.toSet());
    }

    /** What the rule wants not to be so is stated to be so until somebody says otherwise: the cautious answer. */
    private Set<Statement> statements() {
        Set<Statement> statements = EnumSet.noneOf(Statement.class);
        ExchangeRule rule = rule().orElseThrow();
        rule.preconditions().forEach(need -> statement(need.kind()).ifPresent(statement -> {
            boolean negative = need.kind() == Precondition.NOT_REFUSED || need.kind() == Precondition.NO_ABSENCE_NOTICE;
            if (met.contains(need.kind()) != negative) {
                statements.add(statement);
            }
        }));
        return statements;
    }

    private static Optional<Statement> statement(Precondition need) {
        return Arrays.stream(Statement.values())
                .filter(statement -> need.members().equals(List.of("circumstances." + statement.member())))
                .findFirst();
    }

    private static Optional<Capacity> capacity(String code, Catalogue law) {
        return law.capacities().keySet().stream()
                .filter(known -> known.code().equals(code))
                .findFirst();
    }

    private static <T extends Enum<T>> Set<T> constants(Class<T> type, List<String> names) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> values(names).contains(constant.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private static List<String> values(List<String> given) {
        return given == null ? List.of() : given;
    }
}
