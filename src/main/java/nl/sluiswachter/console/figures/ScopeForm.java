package nl.sluiswachter.console.figures;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRoll.Registered;

/**
 * The form with which a reader chooses, and what was chosen.
 *
 * @param errors what was asked that cannot be chosen
 * @param period the months in words
 * @param query the choice as the query of an address
 */
public record ScopeForm(
        List<Option> from,
        List<Option> until,
        List<Option> parties,
        List<Option> types,
        List<Option> laws,
        FormErrors errors,
        String period,
        String query) {

    /** One thing that can be chosen; the text of a law is a key of words. */
    public record Option(String value, String text, boolean chosen) {}

    /** Of what is registered and what is no secret in the catalogue. */
    public static ScopeForm of(Scope scope, Catalogue law, List<Registered> parties, YearMonth current, Locale locale) {
        return new ScopeForm(
                months(scope.from(), current, locale),
                months(scope.until(), current, locale),
                parties(scope, parties),
                types(scope, law, Languages.of(locale)),
                laws(scope, law),
                scope.errors(),
                period(scope, locale),
                scope.query());
    }

    /** A month as a reader writes it. */
    public static String month(YearMonth month, Locale locale) {
        return Here.month(month, locale);
    }

    private static String period(Scope scope, Locale locale) {
        String from = month(scope.from(), locale);
        return scope.months() == 1 ? from : from + " \u2013 " + month(scope.until(), locale);
    }

    private static List<Option> months(YearMonth chosen, YearMonth current, Locale locale) {
        return IntStream.range(0, Scope.MOST_MONTHS)
                .mapToObj(current::minusMonths)
                .map(month -> new Option(month.toString(), month(month, locale), month.equals(chosen)))
                .toList();
    }

    /** Those that are registered, and the one that is chosen, which may have been named in a message only. */
    private static List<Option> parties(Scope scope, List<Registered> registered) {
        Map<Oin, String> names = registered.stream().collect(Collectors.toMap(Registered::oin, Registered::name));
        scope.party().ifPresent(oin -> names.putIfAbsent(oin, oin.value()));
        return options(
                names.entrySet().stream(),
                party -> party.getKey().value(),
                Map.Entry::getValue,
                scope.party().map(Oin::value));
    }

    private static List<Option> types(Scope scope, Catalogue law, Language language) {
        Stream<ExchangeType> open = law.types().values().stream().filter(type -> !law.isConfidential(type.id()));
        return options(open, ExchangeType::id, type -> type.title().in(language), scope.type());
    }

    private static List<Option> laws(Scope scope, Catalogue law) {
        return Scope.laws(law).stream()
                .map(one -> new Option(
                        one.name(),
                        "law." + one.name(),
                        scope.law().filter(one::equals).isPresent()))
                .toList();
    }

    private static <T> List<Option> options(
            Stream<T> all, Function<T, String> value, Function<T, String> text, Optional<String> chosen) {
        return all.map(one -> new Option(
                        value.apply(one),
                        text.apply(one),
                        chosen.filter(value.apply(one)::equals).isPresent()))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }
}
