package nl.sluiswachter.transferlog.retention;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;

/**
 * How long entries are kept. A rule is the code of an exchange type, or the kind of an entry that has none. The decisions of
 * an exchange type are kept as long as its sender or its receiver keeps the data, whichever is longer: until then somebody may
 * ask why they were given. Whatever the catalogue says, nothing is kept shorter than its floor in the database.
 *
 * @param ofTypes by exchange type, as the catalogue in force says; those for which no term was found are not in it
 * @param floors by rule; {@code *} is that of all others
 * @param otherwise what no term was found for
 */
public record Terms(Map<String, Period> ofTypes, Map<String, Period> floors, Period otherwise) {

    /** The floor of every rule that has none of its own. */
    static final String ANY = "*";

    private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);
    private static final Comparator<Period> BY_LENGTH = Comparator.comparing(SOME_DAY::plus);

    public Terms {
        ofTypes = Map.copyOf(ofTypes);
        floors = Map.copyOf(floors);
    }

    /** By the catalogue in force. */
    static Terms of(Catalogue law, Map<String, Period> floors, Period otherwise) {
        Map<String, Period> terms = new HashMap<>();
        law.types().forEach((id, type) -> longest(type).ifPresent(term -> terms.put(id, term)));
        return new Terms(terms, floors, otherwise);
    }

    /** The longest term of sender or receiver under any rule of a type; empty where no term was found. */
    static Optional<Period> longest(ExchangeType type) {
        return type.rules().stream()
                .flatMap(rule -> Stream.of(
                        rule.retentionSender().term(), rule.retentionReceiver().term()))
                .flatMap(Optional::stream)
                .max(BY_LENGTH);
    }

    /** How long entries under a rule are kept. */
    public Period of(String rule) {
        Period floor = floors.getOrDefault(rule, floors.get(ANY));
        return Stream.of(ofTypes.getOrDefault(rule, otherwise), floor)
                .filter(Objects::nonNull)
                .max(BY_LENGTH)
                .orElseThrow();
    }

    /** Every rule that is named somewhere. */
    TreeSet<String> rules() {
        TreeSet<String> rules = new TreeSet<>(ofTypes.keySet());
        rules.addAll(floors.keySet());
        rules.remove(ANY);
        return rules;
    }
}
