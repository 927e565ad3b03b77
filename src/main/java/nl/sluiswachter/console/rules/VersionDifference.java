package nl.sluiswachter.console.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.console.rules.TypeDifference.Aspect;
import nl.sluiswachter.console.rules.TypeDifference.Kind;
import org.springframework.context.MessageSource;

/** What a version says otherwise than another, of each exchange type, in the words of the page about it. */
final class VersionDifference {

    private final RuleWords before;
    private final RuleWords after;
    private final Catalogue from;
    private final Catalogue to;
    private final TypeLines lines;

    VersionDifference(Catalogue from, Catalogue to, MessageSource messages, Locale locale) {
        this.from = from;
        this.to = to;
        this.before = new RuleWords(from, messages, locale);
        this.after = new RuleWords(to, messages, locale);
        this.lines = new TypeLines(messages, locale);
    }

    /** Every type that differs, by its code. */
    List<TypeDifference> types() {
        Set<String> all = new TreeSet<>(from.types().keySet());
        all.addAll(to.types().keySet());
        List<TypeDifference> found = new ArrayList<>();
        for (String id : all) {
            ExchangeType old = from.types().get(id);
            ExchangeType now = to.types().get(id);
            if (old == null) {
                found.add(new TypeDifference(id, after.type(now).title(), Kind.ADDED, List.of()));
            } else if (now == null) {
                found.add(new TypeDifference(id, before.type(old).title(), Kind.REMOVED, List.of()));
            } else {
                compare(before.type(old), after.type(now), found);
            }
        }
        return found;
    }

    private void compare(TypeView old, TypeView now, List<TypeDifference> found) {
        if (old.equals(now)) {
            return;
        }
        Map<TypeLines.Label, Set<String>> was = lines.of(old);
        Map<TypeLines.Label, Set<String>> is = lines.of(now);
        Set<TypeLines.Label> labels = new LinkedHashSet<>(was.keySet());
        labels.addAll(is.keySet());
        List<Aspect> aspects = new ArrayList<>();
        for (TypeLines.Label label : labels) {
            Set<String> one = was.getOrDefault(label, Set.of());
            Set<String> other = is.getOrDefault(label, Set.of());
            if (!one.equals(other)) {
                aspects.add(new Aspect(label.where(), label.text(), without(one, other), without(other, one)));
            }
        }
        found.add(new TypeDifference(now.id(), now.title(), Kind.CHANGED, aspects));
    }

    private static List<String> without(Set<String> all, Set<String> those) {
        return all.stream().filter(one -> !those.contains(one)).toList();
    }
}
