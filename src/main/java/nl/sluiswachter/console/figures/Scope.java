package nl.sluiswachter.console.figures;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.form.Typed;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.figures.FigureQuery;
import org.springframework.util.MultiValueMap;

/**
 * Which exchanges a reader looks at. What nobody knows is as if it were not chosen, and complained about.
 *
 * @param from first month, of UTC
 * @param until last month, included
 * @param errors what was asked and is not what is read; of a last month before the first, the first alone is read
 */
public record Scope(
        YearMonth from,
        YearMonth until,
        Optional<Oin> party,
        Optional<String> type,
        Optional<Origin> law,
        FormErrors errors) {

    /** Most months, as for the figures of the API. */
    public static final int MOST_MONTHS = 24;

    private static final String UNKNOWN = "scope.error.choice";

    /**
     * Reads the form.
     *
     * @param current month
     * @param months that are read when the reader chose none
     */
    public static Scope read(MultiValueMap<String, String> form, Catalogue law, YearMonth current, int months) {
        FormErrors errors = new FormErrors();
        Optional<YearMonth> first = month(form, "from", current, errors);
        YearMonth until = month(form, "until", current, errors).orElse(current);
        YearMonth from = first.orElse(until.minusMonths(months - 1L));
        boolean reversed = until.isBefore(from);
        if (reversed) {
            errors.add("until", "scope.reversed");
        }
        return new Scope(
                oldest(current).isAfter(from) ? oldest(current) : from,
                reversed ? from : until,
                choice(form, "party", text -> Optional.of(text).filter(Oin::isValid), errors)
                        .map(Oin::new),
                choice(form, "type", text -> Optional.of(text).filter(id -> !law.isConfidential(id)), errors),
                choice(form, "law", text -> Typed.choice(Origin.class, text).filter(laws(law)::contains), errors),
                errors);
    }

    /** The first month that can be chosen. */
    static YearMonth oldest(YearMonth current) {
        return current.minusMonths(MOST_MONTHS - 1L);
    }

    /** The laws that can be chosen: of what is no secret in the catalogue. */
    static SortedSet<Origin> laws(Catalogue law) {
        return law.types().values().stream()
                .filter(type -> !law.isConfidential(type.id()))
                .flatMap(type -> type.rules().stream())
                .map(ExchangeRule::law)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same of all parties, with a complaint about the one that was asked. */
    Scope ofEverybody() {
        errors.add("party", UNKNOWN);
        return new Scope(from, until, Optional.empty(), type, law, errors);
    }

    /** How many months. */
    public long months() {
        return from.until(until, ChronoUnit.MONTHS) + 1;
    }

    /** The figures that are read for it; the law is not one of their columns. */
    FigureQuery figures() {
        return new FigureQuery(from, until, party, type);
    }

    /** The same choice as the query of an address; it has no character that must be escaped. */
    public String query() {
        StringBuilder query = new StringBuilder("from=" + from + "&until=" + until);
        party.ifPresent(oin -> query.append("&party=").append(oin.value()));
        type.ifPresent(id -> query.append("&type=").append(id));
        law.ifPresent(origin -> query.append("&law=").append(origin.name()));
        return query.toString();
    }

    /** The same months and law, of this party or type. */
    public Scope with(Optional<Oin> other, Optional<String> otherType) {
        return new Scope(from, until, other.or(() -> party), otherType.or(() -> type), law, FormErrors.none());
    }

    private static Optional<YearMonth> month(
            MultiValueMap<String, String> form, String field, YearMonth current, FormErrors errors) {
        return given(form, field).flatMap(text -> month(text)
                .filter(month -> !month.isBefore(oldest(current)) && !month.isAfter(current))
                .or(() -> errors.add(field, "scope.error.month")));
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> choice(
            MultiValueMap<String, String> form,
            String field,
            Function<String, Optional<T>> choices,
            FormErrors errors) {
        return given(form, field).flatMap(text -> choices.apply(text).or(() -> errors.add(field, UNKNOWN)));
    }

    private static Optional<String> given(MultiValueMap<String, String> form, String field) {
        return Optional.ofNullable(form.getFirst(field)).filter(text -> !text.isBlank());
    }
}
