package nl.sluiswachter.transferlog.search;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.LogKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A search of a log with some entries, of which all turns are taken until one is given back. */
public final class BusySearch {

    /** Transfers that anybody with a ground may know of. */
    public static final int TRANSFERS = 4;

    private static final Duration PATIENCE = Duration.ofMillis(10);
    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));

    private final Turns turns = new Turns(0, PATIENCE);
    private final TestDatabase database = TestDatabase.create();
    private final LogSearch search;

    public BusySearch() {
        SomeEntries some = new SomeEntries();
        for (int i = 0; i < TRANSFERS; i++) {
            some.open(i);
        }
        some.writeTo(database.asOwner());
        JdbcClient jdbc = Pages.patient(database.asApplication(), Duration.ofSeconds(1));
        search = new LogSearch(new Pages(jdbc, turns), new Visibility(jdbc, () -> LAW));
    }

    public LogSearch search() {
        return search;
    }

    public static Lookups lookups() {
        return new Lookups(entry -> {}, TransactionOperations.withoutTransaction());
    }

    public static LogFilter decisions() {
        return SomeEntries.filter(null, null, null, null, null, LogKind.DECISION);
    }

    /** Lets no statement read the log until the connection is closed. */
    public Connection slowed() throws SQLException {
        Connection other = database.asOwner().getConnection();
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute("lock table transfer_log in access exclusive mode");
        }
        return other;
    }

    public void giveTurn() {
        turns.end();
    }
}
