package nl.sluiswachter.transferlog.figures;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.search.SearchBusy;
import nl.sluiswachter.transferlog.search.SearchTooWide;
import nl.sluiswachter.transferlog.search.Turns;
import nl.sluiswachter.transferlog.sql.Age;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts decisions as the log grows: each exactly once, on whichever instance comes first. Dry runs and canaries do not count.
 */
public final class Figures {

    /** Most rows of one answer. */
    public static final int MOST = 20_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int STRETCH = 100_000;

    /** Longer than this something is wrong: five seconds are usual. */
    private static final Duration ALARMING = Duration.ofMinutes(10);

    /** Sums read much: two at a time leave connections to those who decide. */
    private static final int MOST_AT_ONCE = 2;

    private final CountTable counting;
    private final FiguresTable table;
    private final ObligedTable obliged;
    private final SumTable sums;
    private final TransactionOperations transactions;
    private final ActiveCatalogue catalogue;
    private final Turns turns;

    public Figures(JdbcClient jdbc, TransactionOperations transactions, ActiveCatalogue catalogue) {
        this(jdbc, transactions, catalogue, new Turns(MOST_AT_ONCE, PATIENCE));
    }

    /** @param turns of whoever adds up; no statement takes longer than a turn is waited for */
    Figures(JdbcClient jdbc, TransactionOperations transactions, ActiveCatalogue catalogue, Turns turns) {
        this.counting = new CountTable(jdbc);
        this.table = new FiguresTable(jdbc);
        this.obliged = new ObligedTable(jdbc);
        this.sums = new SumTable(jdbc);
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.turns = turns;
    }

    /** Counts what was logged since the last time; nothing when another instance is at it. */
    public void count() {
        boolean more = true;
        while (more) {
            more = transactions.execute(status -> counting.tryLock() && round());
        }
    }

    /** How long the oldest entry has been waiting that is not counted. */
    public Duration age() {
        return counting.age();
    }

    /** What is wrong with the counting, in a few words; empty when nothing waits too long. */
    public Optional<String> complaint() {
        return Age.complaint(age(), ALARMING);
    }

    /** True when a shard had more than fits in one round. */
    private boolean round() {
        List<Stretch> behind = counting.behind(STRETCH);
        behind.forEach(obliged::count);
        behind.forEach(counting::count);
        return behind.stream().anyMatch(stretch -> stretch.last() - stretch.first() + 1 == STRETCH);
    }

    /**
     * The figures of what is asked. Transfers of a confidential type count only for who took part in them: a report to
     * Veilig Thuis of a small school would be one that can be guessed.
     *
     * @return at most {@link #MOST} and one, which means that there are more
     */
    public List<Figure> of(FigureQuery query, Oin viewer) {
        return table.read(query, openTypes(), viewer, MOST + 1);
    }

    /** The same for who may see no transfer: nothing of a confidential type, and it does not count toward the limit either. */
    public List<Figure> open(FigureQuery query) {
        return table.readOpen(query, openTypes(), MOST + 1);
    }

    /** How soon what was permitted in these months was acknowledged or rejected; limited as {@link #open(FigureQuery)}. */
    public List<Acknowledged> acknowledged(FigureQuery query) {
        return table.readAcknowledged(query, openTypes(), MOST + 1);
    }

    /** What permits of these months left to be done, and what of it was; limited as {@link #open(FigureQuery)}. */
    public List<Obliged> obliged(FigureQuery query, LocalDate today) {
        return obliged.read(query, openTypes(), today, MOST + 1);
    }

    /**
     * Who exchanged what with whom, and how often. Nothing of a confidential type, whoever asks.
     *
     * @return at most {@link #MOST} and one, which means that there are more
     * @throws SearchTooWide when it takes too long
     * @throws SearchBusy when it has no turn in time
     */
    public List<Exchanged> exchanged(FigureQuery query) {
        return planned(() -> sums.exchanges(query, openTypes(), MOST + 1));
    }

    /**
     * All that is known of these months. Nothing of a confidential type, whoever asks.
     *
     * @param only exchanges that count; empty for all
     * @throws SearchTooWide when it takes too long
     * @throws SearchBusy when it has no turn in time
     */
    public Sums sums(FigureQuery query, Optional<List<Exchange>> only, LocalDate today) {
        return planned(() -> sums.sums(query, openTypes(), only, today, MOST + 1));
    }

    private <T> T planned(Supplier<T> question) {
        turns.begin(); // without a connection
        try {
            return transactions.execute(status -> {
                sums.planForWhatIsAsked(turns.patience());
                return question.get();
            });
        } catch (QueryTimeoutException e) {
            throw new SearchTooWide();
        } finally {
            turns.end();
        }
    }

    private List<String> openTypes() {
        return catalogue.current().openTypes();
    }
}
