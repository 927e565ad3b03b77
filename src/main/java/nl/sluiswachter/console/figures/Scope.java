package nl.sluiswachter.console.figures;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.console.form.Typed;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.figures.FigureQuery;
import org.springframework.util.MultiValueMap;

/**
 * Which exchanges a reader looks at. What nobody knows is as if it were not chosen.
 *
 * @param from first month, of UTC
 * @param until last month, included
 * @param reversed whether the reader chose a last month before the first; then the first alone is read
 */
public record Scope(
        YearMonth from,
        YearMonth until,
        Optional<Oin> party,
        Optional<String> type,
        Optional<Origin> law,
        boolean reversed) {

    /** Most months, as for the figures of the API. */
    public static final int MOST_MONTHS = 24;

    /**
     * Reads the form.
     *
     * @param current month
     * @param months that are read when the reader chose none
     */
    public static Scope read(MultiValueMap<String, String> form, Catalogue law, YearMonth current, int months) {
        YearMonth until = month(form.getFirst("until"), current).orElse(current);
        YearMonth from = month(form.getFirst("from"), current).orElse(until.minusMonths(months - 1L));
        boolean reversed = until.isBefore(from);
        return new Scope(
                oldest(current).isAfter(from) ? oldest(current) : from,
                reversed ? from : until,
                Optional.ofNullable(form.getFirst("party")).filter(Oin::isValid).map(Oin::new),
                Optional.ofNullable(form.getFirst("type")).filter(law.types()::containsKey),
                Typed.choice(Origin.class, form.getFirst("law")),
                reversed);
    }

    /** The first month that can be chosen. */
    static YearMonth oldest(YearMonth current) {
        return current.minusMonths(MOST_MONTHS - 1L);
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
        return new Scope(from, until, other.or(() -> party), otherType.or(() -> type), law, false);
    }

    private static Optional<YearMonth> month(String text, YearMonth current) {
        try {
            return Optional.ofNullable(text)
                    .map(YearMonth::parse)
                    .filter(month -> !month.isBefore(oldest(current)) && !month.isAfter(current));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
