package nl.sluiswachter.transferlog.retention;

import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.transferlog.LogKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Has entries destroyed whose term is over, a bounded number at a time, and tells what goes when. */
public final class Retention {

    /** Entries that one transaction destroys at most; the database refuses more. */
    static final int AT_ONCE = 500;

    /** Transactions of one run at most: a million entries; the next run goes on. */
    static final int MOST_BATCHES = 2_000;

    /** Kinds about nobody, which tell how the log came to be what it is. */
    private static final Set<LogKind> KEPT = Set.of(
            LogKind.START,
            LogKind.CATALOGUE,
            LogKind.PARTY,
            LogKind.DESTRUCTION,
            LogKind.ARCHIVE,
            LogKind.EXPORT,
            LogKind.EPOCH);

    /** After the decisions: what belongs to them goes when they are gone. */
    private static final List<LogKind> AFTERWARDS = List.of(
            LogKind.DELIVERED,
            LogKind.DELIVERY_FAILED,
            LogKind.ACKNOWLEDGED,
            LogKind.DELIVERY_STOPPED,
            LogKind.CONSENT,
            LogKind.FACT,
            LogKind.HOLD,
            LogKind.LOOKUP,
            LogKind.REPORT,
            LogKind.REPORT_VERDICT,
            LogKind.CANARY);

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final RetentionTable table;
    private final TransactionOperations transactions;
    private final ActiveCatalogue catalogue;
    private final Period otherwise;

    /** @param otherwise how long is kept what no term was found for */
    public Retention(JdbcClient jdbc, TransactionOperations transactions, ActiveCatalogue catalogue, Period otherwise) {
        this.table = new RetentionTable(jdbc);
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.otherwise = otherwise;
    }

    /**
     * Entries that go in one month.
     *
     * @param month in which their term is over, by UTC; those on hold are counted too, and stay
     * @param rule exchange type, or kind of an entry that has none
     */
    public record Due(YearMonth month, String rule, Period term, long entries) {}

    /**
     * Destroys what is due now; nothing when another instance is at it.
     *
     * @return how many entries, by rule
     */
    public Map<String, Integer> destroyDue() {
        Terms terms = terms();
        Map<String, Integer> destroyed = new TreeMap<>();
        int batches = 0;
        for (String rule : rules(terms)) {
            int some = AT_ONCE;
            while (some > 0 && batches < MOST_BATCHES) {
                some = destroySome(rule, terms.of(rule));
                batches++;
                destroyed.merge(rule, some, Integer::sum);
            }
        }
        destroyed.values().removeIf(count -> count == 0);
        destroyed.forEach((rule, count) -> LOG.info("Destroyed after their term: {} entries of {}", count, rule));
        return destroyed;
    }

    /** What goes when, the earliest first. */
    public List<Due> calendar() {
        Terms terms = terms();
        Map<YearMonth, Map<String, Long>> months = new TreeMap<>();
        for (RetentionTable.Count count :
                table.counts(KEPT.stream().map(LogKind::name).toList())) {
            YearMonth month = due(count.month(), terms.of(count.rule()));
            months.computeIfAbsent(month, first -> new TreeMap<>()).merge(count.rule(), count.entries(), Long::sum);
        }
        List<Due> calendar = new ArrayList<>();
        months.forEach((month, rules) ->
                rules.forEach((rule, entries) -> calendar.add(new Due(month, rule, terms.of(rule), entries))));
        calendar.sort(Comparator.comparing(Due::month).thenComparing(Due::rule));
        return calendar;
    }

    /** How long what is kept, now. */
    public Terms terms() {
        return Terms.of(catalogue.current(), table.floors(), otherwise);
    }

    private Set<String> rules(Terms terms) {
        Set<String> rules = new LinkedHashSet<>(terms.rules());
        rules.addAll(table.types());
        List<String> last = AFTERWARDS.stream().map(LogKind::name).toList();
        rules.removeAll(last);
        rules.addAll(last);
        return rules;
    }

    /** What one rule cannot do does not keep the others from being followed. */
    private int destroySome(String rule, Period term) {
        try {
            return transactions.execute(status -> table.tryLock() ? table.destroy(rule, term, AT_ONCE) : 0);
        } catch (DataAccessException e) {
            LOG.error("Entries of {} were not destroyed: {}", rule, e.getClass().getSimpleName());
            return 0;
        }
    }

    /** Whether entries under this rule are never destroyed. */
    static boolean isKept(String rule) {
        return KEPT.stream().anyMatch(kind -> kind.name().equals(rule));
    }

    static YearMonth due(YearMonth recorded, Period term) {
        return YearMonth.from(recorded.atEndOfMonth().plus(term));
    }
}
