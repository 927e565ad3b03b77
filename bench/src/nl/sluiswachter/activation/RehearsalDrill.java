package nl.sluiswachter.activation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.JdbcDecisionImages;
import nl.sluiswachter.transferlog.RecordedImages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records synthetic decisions in a real PostgreSQL and rehearses the unchanged catalogue on them: none may flip. */
public final class RehearsalDrill {

    private RehearsalDrill() {}

    /** Argument: how many decisions; 100000 when absent. Ends with 1 when one flips. */
    public static void main(String[] arguments) {
        int decisions = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        DataSource source = TestDatabase.create().asApplication();
        JdbcClient database = JdbcClient.create(source);
        new TransactionTemplate(new JdbcTransactionManager(source))
                .executeWithoutResult(status -> RecordedImages.fill(database, decisions));
        Catalogue catalogue = new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
        long start = System.nanoTime();
        Rehearsals rehearsals =
                new ImageRehearsals(
                        new JdbcDecisionImages(database), version -> Optional.of(catalogue), Duration.ofDays(36500), Clock.systemUTC());
        RehearsalSummary summary = rehearsals.rehearse(catalogue, catalogue, rehearsals.range(), done -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d decisions, %d the same, %d changed, in %.1f s%n",
                summary.all().decisions(),
                summary.all().same(),
                summary.all().changed(),
                seconds);
        System.exit(summary.all().changed() == 0 ? 0 : 1);
    }
}
