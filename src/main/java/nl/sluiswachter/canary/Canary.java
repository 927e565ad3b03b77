package nl.sluiswachter.canary;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;

/**
 * One message that must be refused, for one rule of one exchange type.
 *
 * @param id code of the exchange type; with the number of the rule where it has several
 */
record Canary(String id, ExchangeType type, ExchangeRule rule) {

    /** Those of a whole catalogue, always in the same order. */
    static List<Canary> of(Catalogue catalogue) {
        return catalogue.types().values().stream()
                .sorted(Comparator.comparing(ExchangeType::id))
                .flatMap(Canary::of)
                .toList();
    }

    /** Those of one type. */
    static Stream<Canary> of(ExchangeType type) {
        List<ExchangeRule> rules = type.rules();
        return IntStream.range(0, rules.size())
                .mapToObj(
                        i -> new Canary(rules.size() == 1 ? type.id() : type.id() + "#" + (i + 1), type, rules.get(i)));
    }
}
