package nl.sluiswachter.console.sharing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.console.figures.Attribution;
import nl.sluiswachter.console.figures.Count;
import nl.sluiswachter.console.figures.Counted;
import nl.sluiswachter.console.figures.Permission;
import nl.sluiswachter.console.figures.Scope;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.transferlog.figures.Tally;

/** Sets what happened beside what is allowed. */
final class Lines {

    private final Counted counted;
    private final Attribution attribution;
    private final Ends ends;
    private final Words words;

    Lines(Counted counted, Ends ends, Words words) {
        this.counted = counted;
        this.attribution = counted.attribution();
        this.ends = ends;
        this.words = words;
    }

    /** What was shared or refused, the most first. */
    List<Line> happened() {
        Map<Line, Tally> sums = new HashMap<>();
        counted.counts().stream()
                .filter(count -> count.tally().decided() > 0)
                .forEach(count -> sums.merge(line(count), count.tally(), Tally::plus));
        return sums.entrySet().stream()
                .map(sum -> sum.getKey()
                        .with(sum.getValue().permitted(), sum.getValue().refused()))
                .sorted(Comparator.comparingLong(Line::decided)
                        .reversed()
                        .thenComparing(line -> line.from().name())
                        .thenComparing(Line::title)
                        .thenComparing(line -> line.to().name()))
                .toList();
    }

    /**
     * What is law on this day, could be exchanged by who is registered, and was not once. Of a party that acts in more than
     * one capacity nobody knows in which it did: then all of them are used.
     */
    List<Permission> unused(LocalDate day) {
        Set<Permission> used = new HashSet<>();
        counted.counts().stream()
                .filter(count -> count.tally().permitted() > 0)
                .forEach(count -> used.addAll(permissions(count)));
        return attribution.all().stream()
                .filter(one -> !used.contains(one) && isAsked(one) && isLaw(one, day))
                .filter(one -> ends.canMeet(one.from(), one.to()))
                .toList();
    }

    /** What a capacity is called. */
    String name(Capacity capacity) {
        return ends.of(capacity).name();
    }

    /** What was not used, from end to end. */
    Stream<Line> between(Permission permission) {
        return ends.able(permission.from()).flatMap(from -> ends.able(permission.to())
                .filter(to -> to.party().isEmpty() || !to.key().equals(from.key()))
                .map(to -> line(permission, from, to)));
    }

    private Line line(Count count) {
        Optional<Permission> fitting = permissions(count).stream().findFirst();
        return new Line(
                ends.of(Optional.of(count.exchange().sender()), fitting.map(Permission::from)),
                count.exchange().type(),
                attribution
                        .law()
                        .type(count.exchange().type())
                        .map(this::title)
                        .orElse(count.exchange().type()),
                count.law(),
                fitting.map(one -> one.rule().article()).orElse(""),
                ends.of(count.exchange().receiver(), fitting.map(Permission::to)),
                fitting.isPresent(),
                0,
                0);
    }

    private Line line(Permission unused, End from, End to) {
        return new Line(
                from,
                unused.type().id(),
                title(unused.type()),
                Optional.of(unused.rule().law()),
                unused.rule().article(),
                to,
                true,
                0,
                0);
    }

    private List<Permission> permissions(Count count) {
        return attribution.permissions(count.exchange());
    }

    private boolean isAsked(Permission one) {
        Scope scope = counted.scope();
        boolean ofParty = scope.party().isEmpty()
                || attribution.capacities(scope.party()).stream()
                        .anyMatch(capacity -> capacity.equals(one.from()) || capacity.equals(one.to()));
        return ofParty
                && scope.type().map(one.type().id()::equals).orElse(true)
                && scope.law().map(one.rule().law()::equals).orElse(true);
    }

    private boolean isLaw(Permission one, LocalDate day) {
        return one.rule().articles().stream()
                .map(attribution.law().articles()::get)
                .allMatch(article -> article != null && article.isInForceOn(day));
    }

    private String title(ExchangeType type) {
        return words.of(type.title());
    }
}
