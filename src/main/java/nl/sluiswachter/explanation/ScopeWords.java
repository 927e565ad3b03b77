package nl.sluiswachter.explanation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRef;

/** What a consent is for, in the words of the catalogue. */
public final class ScopeWords {

    private final Catalogue law;
    private final Words words;
    private final Function<Oin, String> names;

    /** @param names what an organisation is called */
    public ScopeWords(Catalogue law, Words words, Function<Oin, String> names) {
        this.law = law;
        this.words = words;
        this.names = names;
    }

    /** The task it is for; empty when it names exchanges only. */
    public Optional<String> task(ConsentScope scope) {
        return scope.purpose().map(purpose -> law.voices().tasks().get(purpose)).map(words::of);
    }

    /**
     * What it is for: the task that it names, or those of the exchanges that it names. A title alone tells a resident little.
     *
     * @param meant which rules of these exchanges can be between its parties
     */
    public List<String> tasks(ConsentScope scope, Predicate<ExchangeRule> meant) {
        Stream<String> named = scope.exchangeTypes().stream()
                .sorted()
                .flatMap(type -> law.type(type).stream())
                .flatMap(type -> type.rules().stream())
                .filter(meant)
                .map(this::task);
        return Stream.concat(task(scope).stream(), named).distinct().toList();
    }

    /** What exchanges by this rule are for. */
    public String task(ExchangeRule rule) {
        return words.of(law.voices().tasks().get(rule.purpose()));
    }

    /**
     * The titles of the exchanges it names.
     *
     * @param shown which may be named
     */
    public List<String> exchanges(ConsentScope scope, Predicate<String> shown) {
        return scope.exchangeTypes().stream()
                .filter(shown)
                .sorted()
                .flatMap(type -> law.type(type).stream())
                .map(type -> words.of(type.title()))
                .toList();
    }

    /** Who may receive. */
    public List<String> receivers(ConsentScope scope) {
        return scope.receivers().stream().map(this::party).toList();
    }

    /** An organisation by its name, everybody in a capacity by that of the capacity. */
    public String party(PartyRef party) {
        return party instanceof PartyRef.ByOin known
                ? names.apply(known.oin())
                : words.party(Optional.of(party.text()));
    }

    /** The data; a prefix means every field below it. */
    public List<String> data(ConsentScope scope) {
        return scope.dataCategories().stream()
                .map(this::fields)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    /** What these fields are called. */
    public List<String> fields(Collection<String> paths) {
        return paths.stream().map(words::field).distinct().toList();
    }

    private List<String> fields(String category) {
        List<String> below = law.fields().keySet().stream()
                .filter(path -> path.startsWith(category + "."))
                .sorted()
                .toList();
        return fields(below.isEmpty() ? List.of(category) : below);
    }
}
