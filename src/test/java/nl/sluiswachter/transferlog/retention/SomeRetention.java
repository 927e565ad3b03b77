package nl.sluiswachter.transferlog.retention;

import java.nio.file.Path;
import java.time.Period;
import javax.sql.DataSource;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The retention of a log by the law of the repository. */
public final class SomeRetention {

    static final Catalogue LAW = new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));

    private SomeRetention() {}

    /** With the rights of this role, which should be the application's. */
    public static Retention on(DataSource source) {
        return new Retention(
                JdbcClient.create(source),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                () -> LAW,
                Period.ofYears(5));
    }
}
