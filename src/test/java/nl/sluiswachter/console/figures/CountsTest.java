package nl.sluiswachter.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.JdbcRolls;
import nl.sluiswachter.support.AddedUp;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.figures.Figures;
import nl.sluiswachter.transferlog.figures.Sums;
import nl.sluiswachter.transferlog.figures.Tally;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionOperations;

/** What the pages read, of sixty parties and every type. */
class CountsTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final Oin MUNICIPALITY = new Oin("00000099000000000100");
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    /** Sixty parties that each have one capacity, and for every type a figure for each pair of neighbours. */
    private static final String PARTIES =
            """
            insert into party (oin, name, side, status, capacities)
            select '0000009900000001' || lpad(n::text, 4, '0'), 'Partij ' || n, 'PARTNER', 'ACTIVE',
                   array[(array['GEMEENTE_WMO', 'GEMEENTE_JEUGD', 'WMO_AANBIEDER', 'HUISARTS', 'SCHOOL', 'WELZIJN'])[1 + n % 6]]
              from generate_series(1, 60) n
            """;

    private static final String FIGURES =
            """
            insert into log_figures (month, exchange_type, sender, receiver, outcome, reason, transfers)
            select date '2026-11-01' - (m || ' months')::interval, t, '0000009900000001' || lpad(n::text, 4, '0'),
                   '0000009900000001' || lpad((1 + n % 60)::text, 4, '0'), 'PERMIT', '', 2
              from unnest(cast(? as text[])) t, generate_series(1, 60) n, generate_series(0, ?) m
            """;

    private final TestDatabase database = TestDatabase.create();
    private final AtomicInteger statements = new AtomicInteger();
    private final JdbcClient jdbc = JdbcClient.create(new Counting(database.asApplication(), statements));
    private final Counts counts = new Counts(
            new Figures(jdbc, TransactionOperations.withoutTransaction(), () -> LAW),
            JdbcRolls.of(jdbc),
            Clock.systemUTC());

    @Test
    void readsWithTheSameFewStatementsHoweverMuchThereIs() {
        fill(5);
        Counts.Summed summed = counts.summed(scope(6, Optional.empty()), LAW);
        Counted counted = summed.counted();
        Sums sums = summed.sums();

        assertThat(counted.counts()).hasSizeGreaterThan(1_500);
        assertThat(counted.parties()).hasSize(60);
        assertThat(sums.months()).hasSize(6);
        assertThat(sums.months().values().stream().reduce(Tally.NONE, Tally::plus))
                .isEqualTo(counted.total());
        assertThat(statements).hasValue(6);
    }

    @Test
    void writesNoFileRatherThanAPart() {
        fill(23);
        Counted counted = counts.of(scope(24, Optional.empty()), LAW);

        assertThat(counted.total().permitted()).as("the page shows them all").isGreaterThan(2 * Figures.MOST);
        assertThat(counts.lines(counted.scope(), counted.attribution())).isEmpty();
    }

    @Test
    void addsUpUnderOneLawWhatFallsUnderIt() {
        fill(1);
        Counts.Summed summed = counts.summed(scope(2, Optional.of(Origin.JEUGDWET)), LAW);
        Counted youth = summed.counted();
        Sums sums = summed.sums();

        assertThat(youth.total().permitted()).isPositive();
        assertThat(sums.months().values().stream().reduce(Tally.NONE, Tally::plus))
                .isEqualTo(youth.total());
        assertThat(youth.total())
                .isNotEqualTo(counts.of(scope(2, Optional.empty()), LAW).total());
    }

    @Test
    void findsTheLawByWhoShares() {
        fill(0);
        Counted all = counts.of(scope(1, Optional.empty()), LAW);
        Counted youth = counts.of(scope(1, Optional.of(Origin.JEUGDWET)), LAW);

        assertThat(youth.counts())
                .isNotEmpty()
                .allMatch(count -> count.law().equals(Optional.of(Origin.JEUGDWET)))
                .anyMatch(count -> count.exchange().type().equals("MUNICIPAL_REUSE"));
        assertThat(all.counts())
                .anyMatch(count -> count.law().equals(Optional.of(Origin.WMO))
                        && count.exchange().type().equals("MUNICIPAL_REUSE"));
    }

    @Test
    void readsNothingOfAConfidentialType() {
        fill(0);

        assertThat(counts.of(scope(1, Optional.empty()), LAW).counts())
                .noneMatch(count -> LAW.isConfidential(count.exchange().type()));
    }

    @Test
    void readsNothingOfAConfidentialTypeAlsoWhereTheMunicipalityTookPart() {
        JdbcClient.create(database.asOwner())
                .sql(
                        """
                        insert into log_figures (month, exchange_type, sender, receiver, outcome, reason, transfers)
                        values (date '2026-11-01', 'VT_REPORT', :by, '00000099000000012000', 'PERMIT', '', 2),
                               (date '2026-11-01', 'WMO_ALLOCATION', :by, '00000099000000012000', 'PERMIT', '', 3)
                        """)
                .param("by", MUNICIPALITY.value())
                .update();
        AddedUp.figures(JdbcClient.create(database.asOwner()));

        Counted counted = counts.of(scope(1, Optional.empty()), LAW);

        assertThat(LAW.isConfidential("VT_REPORT")).isTrue();
        assertThat(counted.counts())
                .extracting(count -> count.exchange().type())
                .containsOnly("WMO_ALLOCATION");
        assertThat(counted.total().permitted()).isEqualTo(3);
    }

    /** Else a file that is refused would tell how much there is of what nobody sees. */
    @Test
    void writesTheFileHoweverMuchOfAConfidentialTypeTheMunicipalityTookPartIn() {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        owner.sql(
                        """
                        insert into log_figures (month, exchange_type, sender, receiver, outcome, reason, transfers)
                        select date '2026-11-01', 'VT_REPORT', :by, '00000099000000012000', 'DENY', 'R' || n, 2
                          from generate_series(1, :most) n
                        """)
                .param("by", MUNICIPALITY.value())
                .param("most", Figures.MOST + 1)
                .update();
        owner.sql(
                        """
                        insert into log_figures (month, exchange_type, sender, receiver, outcome, reason, transfers)
                        values (date '2026-11-01', 'WMO_ALLOCATION', :by, '00000099000000012000', 'PERMIT', '', 3)
                        """)
                .param("by", MUNICIPALITY.value())
                .update();
        AddedUp.figures(owner);
        Counted counted = counts.uncounted(scope(1, Optional.empty()), LAW);

        assertThat(counts.lines(counted.scope(), counted.attribution()).orElseThrow())
                .extracting(FigureLine::type)
                .containsExactly("WMO_ALLOCATION");
    }

    private void fill(int months) {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        owner.sql(PARTIES).update();
        owner.sql(FIGURES)
                .params(LAW.types().keySet().toArray(String[]::new), months)
                .update();
        AddedUp.figures(owner);
    }

    private static Scope scope(int months, Optional<Origin> law) {
        return new Scope(
                MONTH.minusMonths(months - 1L), MONTH, Optional.empty(), Optional.empty(), law, FormErrors.none());
    }

    /** Counts what is prepared. */
    private static final class Counting extends DelegatingDataSource {

        private final AtomicInteger statements;

        Counting(DataSource source, AtomicInteger statements) {
            super(source);
            this.statements = statements;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            statements.incrementAndGet();
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
