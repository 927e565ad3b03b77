package nl.sluiswachter.transferlog.retention;

import java.time.Period;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.transferlog.LogKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes when. Counted some seconds behind the log; its cost is that of rules and months, not of entries. */
public final class Calendar {

    /** Kinds that belong to no transfer and tell of no holding back: how many there are says nothing of what is confidential. */
    private static final Set<LogKind> PLAIN = EnumSet.of(LogKind.CANARY, LogKind.CONSENT, LogKind.FACT);

    private final CalendarTable table;
    private final Retention retention;
    private final ActiveCatalogue catalogue;

    public Calendar(JdbcClient jdbc, Retention retention, ActiveCatalogue catalogue) {
        this.table = new CalendarTable(jdbc);
        this.retention = retention;
        this.catalogue = catalogue;
    }

    /**
     * The earliest first.
     *
     * @param all whether confidential exchange types are told of too, and kinds of which many belong to them
     */
    public List<Retention.Due> months(boolean all) {
        Terms terms = retention.terms();
        Catalogue law = catalogue.current();
        Predicate<String> told = rule -> all || (isKind(rule) ? isPlain(rule) : !law.isConfidential(rule));
        Map<String, Period> asked = new HashMap<>();
        table.rules().stream()
                .filter(rule -> !Retention.isKept(rule))
                .filter(told)
                .forEach(rule -> asked.put(rule, terms.of(rule)));
        Map<Place, Long> due = new HashMap<>();
        counts(asked)
                .forEach(count -> due.merge(
                        new Place(Retention.due(count.month(), asked.get(count.rule())), count.rule()),
                        count.entries(),
                        Long::sum));
        return due.entrySet().stream()
                .map(place -> new Retention.Due(
                        place.getKey().month(),
                        place.getKey().rule(),
                        asked.get(place.getKey().rule()),
                        place.getValue()))
                .sorted(Comparator.comparing(Retention.Due::month).thenComparing(Retention.Due::rule))
                .toList();
    }

    private record Place(YearMonth month, String rule) {}

    /** Of months whose entries are in the database. */
    private Stream<CalendarTable.Count> counts(Map<String, Period> terms) {
        Set<YearMonth> present = table.months();
        List<CalendarTable.Asked> asked = terms.entrySet().stream()
                .map(rule -> new CalendarTable.Asked(rule.getKey(), isKind(rule.getKey()), rule.getValue()))
                .toList();
        return table.counts(asked).stream().filter(count -> present.contains(count.month()));
    }

    private static boolean isKind(String rule) {
        return Stream.of(LogKind.values()).anyMatch(kind -> kind.name().equals(rule));
    }

    private static boolean isPlain(String rule) {
        return PLAIN.stream().anyMatch(kind -> kind.name().equals(rule));
    }
}
