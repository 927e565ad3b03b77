package nl.sluiswachter.console.figures;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.party.PartyRoll.Registered;
import nl.sluiswachter.transferlog.figures.Exchanged;
import nl.sluiswachter.transferlog.figures.Figures;
import nl.sluiswachter.transferlog.figures.Tally;

/**
 * The figures of one choice.
 *
 * @param tooMany whether there are more than are read at once; then there are none here
 */
public record Counted(
        Scope scope, List<Registered> parties, Attribution attribution, List<Count> counts, boolean tooMany) {

    public Counted {
        parties = List.copyOf(parties);
        counts = List.copyOf(counts);
    }

    /** The same choice with what was exchanged, as far as it falls under the law that was chosen. */
    Counted with(List<Exchanged> exchanged) {
        if (exchanged.size() > Figures.MOST) {
            return new Counted(scope, parties, attribution, List.of(), true);
        }
        List<Count> asked = exchanged.stream()
                .map(one -> new Count(one.exchange(), attribution.law(one.exchange()), one.tally()))
                .filter(count -> scope.law().isEmpty() || scope.law().equals(count.law()))
                .toList();
        return new Counted(scope, parties, attribution, asked, false);
    }

    /** Whether it is about a party that nobody registered and that did nothing. */
    boolean isOfNobody() {
        return !tooMany
                && counts.isEmpty()
                && scope.party()
                        .filter(oin ->
                                parties.stream().noneMatch(party -> party.oin().equals(oin)))
                        .isPresent();
    }

    /** All of them together. */
    Tally total() {
        return counts.stream().map(Count::tally).reduce(Tally.NONE, Tally::plus);
    }

    /** Added up by something that each count has any number of, the largest first. */
    <K extends Comparable<K>> Map<K, Tally> by(Function<Count, Stream<K>> keys) {
        Map<K, Tally> sums = new TreeMap<>();
        counts.forEach(count -> keys.apply(count).forEach(key -> sums.merge(key, count.tally(), Tally::plus)));
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingLong(Tally::decided).reversed()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Tally::plus, LinkedHashMap::new));
    }
}
