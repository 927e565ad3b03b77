package nl.sluiswachter.transferlog.retention;

import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        Set<YearMonth> present = table.months();
        List<Retention.Due> calendar = new ArrayList<>();
        table.rules().stream()
                .filter(rule -> !Retention.isKept(rule))
                .filter(told)
                .forEach(rule -> calendar.addAll(due(rule, terms.of(rule), present)));
        calendar.sort(Comparator.comparing(Retention.Due::month).thenComparing(Retention.Due::rule));
        return calendar;
    }

    private List<Retention.Due> due(String rule, Period term, Set<YearMonth> present) {
        Map<YearMonth, Long> months = new TreeMap<>();
        for (CalendarTable.Count count : table.counts(rule, isKind(rule), term)) {
            if (present.contains(count.month())) {
                months.merge(Retention.due(count.month(), term), count.entries(), Long::sum);
            }
        }
        return months.entrySet().stream()
                .map(month -> new Retention.Due(month.getKey(), rule, term, month.getValue()))
                .toList();
    }

    private static boolean isKind(String rule) {
        return Stream.of(LogKind.values()).anyMatch(kind -> kind.name().equals(rule));
    }

    private static boolean isPlain(String rule) {
        return PLAIN.stream().anyMatch(kind -> kind.name().equals(rule));
    }
}
