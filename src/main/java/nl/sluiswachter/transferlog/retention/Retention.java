package nl.sluiswachter.transferlog.retention;

import java.time.Duration;
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
        Run run = new Run();
        for (String rule : rules(terms)) {
            destroyAll(rule, terms.of(rule), run);
        }
        if (run.whole) {
            table.end();
        }
        run.destroyed.forEach((rule, count) -> LOG.info("Destroyed after their term: {} entries of {}", count, rule));
        return run.destroyed;
    }

    /** One run, of which not every transaction need succeed. */
    private static final class Run {

        private final Map<String, Integer> destroyed = new TreeMap<>();
        private int left = MOST_BATCHES;
        private boolean whole = true;
    }

    private void destroyAll(String rule, Period term, Run run) {
        Optional<RetentionTable.Behind> next = Optional.of(RetentionTable.Behind.NOTHING);
        while (next.isPresent() && run.left > 0) {
            Optional<RetentionTable.Destroyed> some = destroySome(rule, term, next.get());
            run.whole &= some.isPresent();
            some.filter(done -> done.entries() > 0)
                    .ifPresent(done -> run.destroyed.merge(rule, done.entries(), Integer::sum));
            next = some.filter(RetentionTable.Destroyed::more).map(RetentionTable.Destroyed::next);
            run.left--;
        }
    }

    /** How long ago a run came to its end, on any instance; before the first one, how long ago the log was made. */
    public Duration age() {
        return table.age();
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
    private Optional<RetentionTable.Destroyed> destroySome(String rule, Period term, RetentionTable.Behind behind) {
        try {
            return transactions.execute(status -> table.tryLock()
                    ? Optional.of(table.destroy(rule, term, AT_ONCE, behind))
                    : Optional.<RetentionTable.Destroyed>empty());
        } catch (DataAccessException e) {
            LOG.error("Entries of {} were not destroyed: {}", rule, e.getClass().getSimpleName());
            return Optional.empty();
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
