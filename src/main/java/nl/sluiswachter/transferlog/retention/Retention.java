package nl.sluiswachter.transferlog.retention;

import java.time.Period;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.transferlog.LogKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Has entries destroyed whose term is over, a bounded number at a time. */
public final class Retention {

    /** Entries that one transaction destroys at most; the database refuses more. */
    static final int AT_ONCE = 500;

    /** Transactions of one run at most: a million entries, or twenty million on hold; the next run goes on. */
    static final int MOST_BATCHES = 2_000;

    /** After the decisions: what belongs to them goes when they are gone. */
    private static final List<String> AFTERWARDS = Stream.of(
                    LogKind.Keeping.AFTER_ITS_DECISION,
                    LogKind.Keeping.AFTER_DECISIONS_ON_THE_PERSON,
                    LogKind.Keeping.FOR_A_TERM)
            .flatMap(keeping -> LogKind.kept(keeping).stream())
            .toList();

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
        int left = MOST_BATCHES;
        for (String rule : rules(terms)) {
            left = destroyAll(rule, terms.of(rule), left, destroyed);
        }
        destroyed.values().removeIf(count -> count == 0);
        destroyed.forEach((rule, count) -> LOG.info("Destroyed after their term: {} entries of {}", count, rule));
        return destroyed;
    }

    /** How many transactions are left after that. */
    private int destroyAll(String rule, Period term, int most, Map<String, Integer> destroyed) {
        int left = most;
        Optional<RetentionTable.Behind> next = Optional.of(RetentionTable.Behind.NOTHING);
        while (next.isPresent() && left > 0) {
            RetentionTable.Destroyed some = destroySome(rule, term, next.get());
            destroyed.merge(rule, some.entries(), Integer::sum);
            next = Optional.of(some.next()).filter(place -> some.more());
            left--;
        }
        return left;
    }

    /** How long what is kept, now. */
    public Terms terms() {
        return Terms.of(catalogue.current(), table.floors(), otherwise);
    }

    private Set<String> rules(Terms terms) {
        Set<String> rules = new LinkedHashSet<>(terms.rules());
        rules.addAll(table.types());
        rules.removeAll(AFTERWARDS);
        rules.addAll(AFTERWARDS);
        return rules;
    }

    /** What one rule cannot do does not keep the others from being followed. */
    private RetentionTable.Destroyed destroySome(String rule, Period term, RetentionTable.Behind behind) {
        RetentionTable.Destroyed nothing = new RetentionTable.Destroyed(0, false, behind);
        try {
            return transactions.execute(
                    status -> table.tryLock() ? table.destroy(rule, term, AT_ONCE, behind) : nothing);
        } catch (DataAccessException e) {
            LOG.error("Entries of {} were not destroyed: {}", rule, e.getClass().getSimpleName());
            return nothing;
        }
    }

    /** Whether entries under this rule are never destroyed. */
    static boolean isKept(String rule) {
        return LogKind.kept(LogKind.Keeping.FOREVER).contains(rule);
    }

    static YearMonth due(YearMonth recorded, Period term) {
        return YearMonth.from(recorded.atEndOfMonth().plus(term));
    }
}
