package nl.sluiswachter.console.rules;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** An exchange type as lines of words under labels, as the page about it has them, so that two versions can be compared. */
record TypeLines(MessageSource messages, Locale locale) {

    /**
     * Where a line stands.
     *
     * @param where between whom; empty for the type as a whole
     */
    record Label(String where, String text) {}

    Map<Label, Set<String>> of(TypeView type) {
        Map<Label, Set<String>> lines = new LinkedHashMap<>();
        add(lines, "", "versions.title", List.of(type.title()));
        add(lines, "", "versions.explanation", List.of(type.explanation()));
        add(lines, "", "rule.answers", List.of(type.answers()));
        type.rules().forEach(rule -> rule(lines, rule));
        return lines;
    }

    private void rule(Map<Label, Set<String>> lines, TypeView.Rule rule) {
        String where = String.join(", ", rule.senders()) + " → " + String.join(", ", rule.receivers());
        add(lines, where, "rule.purpose", List.of(rule.task()));
        add(
                lines,
                where,
                "rule.articles",
                rule.articles().stream().map(this::basis).toList());
        add(lines, where, "versions.avg", rule.avgGrounds());
        add(lines, where, "rule.consent", List.of(word("demand." + rule.demand())));
        add(
                lines,
                where,
                "versions.givers",
                rule.givers().stream()
                        .map(giver -> word("age." + giver.age()) + ": " + word("giver." + giver.rule()))
                        .toList());
        add(
                lines,
                where,
                "rule.kinds",
                rule.kinds().stream().map(kind -> word("consent.kind." + kind)).toList());
        add(lines, where, "rule.secrecy", List.of(word("secrecy." + rule.secrecy())));
        add(lines, where, "versions.bsn", List.of(word("bsn." + rule.bsn())));
        add(lines, where, "rule.preconditions", needs(rule.preconditions()));
        rule.fields()
                .forEach(group -> addWords(
                        lines,
                        where,
                        label("rule.about", group.about()),
                        group.fields().stream().map(this::field).toList()));
        add(
                lines,
                where,
                "rule.minimum",
                rule.minimum().stream().map(one -> String.join(" / ", one)).toList());
        add(lines, where, "rule.household", List.of(word("household." + rule.household())));
        add(lines, where, "rule.objection", List.of(word("rule.objection." + (rule.objectable() ? "yes" : "no"))));
        add(lines, where, "rule.obligations", needs(rule.obligations()));
        add(lines, where, "rule.retention.sender", List.of(rule.retentionSender()));
        add(lines, where, "rule.retention.receiver", List.of(rule.retentionReceiver()));
        add(
                lines,
                where,
                "versions.urgency",
                rule.urgency().stream().map(one -> word("urgency." + one)).toList());
    }

    private String field(TypeView.Field field) {
        String marks =
                field.marks().stream().map(mark -> word("rule.mark." + mark)).collect(Collectors.joining(", "));
        return marks.isEmpty() ? field.title() : field.title() + " (" + marks + ")";
    }

    private String basis(TypeView.Basis basis) {
        String since = basis.since().isEmpty() ? word("rules.not-in-force") : label("rule.since", basis.since());
        return basis.article() + " (" + since + (basis.until().isEmpty() ? "" : " – " + basis.until()) + ")";
    }

    private static List<String> needs(List<TypeView.Need> needs) {
        return needs.stream()
                .map(need -> need.text() + " (" + need.article() + ")")
                .toList();
    }

    private void add(Map<Label, Set<String>> lines, String where, String key, Collection<String> words) {
        addWords(lines, where, word(key), words);
    }

    private static void addWords(Map<Label, Set<String>> lines, String where, String label, Collection<String> words) {
        Set<String> all = lines.computeIfAbsent(new Label(where, label), none -> new LinkedHashSet<>());
        words.stream().filter(text -> text != null && !text.isBlank()).forEach(all::add);
    }

    private String word(String key) {
        return messages.getMessage(key, null, locale);
    }

    private String label(String key, String value) {
        return messages.getMessage(key, new Object[] {value}, locale);
    }
}
