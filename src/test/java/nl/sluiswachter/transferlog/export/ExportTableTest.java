package nl.sluiswachter.transferlog.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.verifier.SomeTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ExportTableTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();

    /** The time of a transaction is that of its beginning; what it sees may be of a moment later. */
    @Test
    void aBatchThatIsWrittenWhileItBeginsWaitsForItsLeaf() {
        SomeTree log = new SomeTree(database, folder);
        log.decide(0, 1);
        log.publish();
        JdbcTemplate template = new JdbcTemplate(database.asSuperuser());
        List<ExportedLine> without = new ArrayList<>();

        new TransactionTemplate(new JdbcTransactionManager(template.getDataSource())).executeWithoutResult(status -> {
            template.execute("set local statement_timeout = '1min'");
            log.decide(0, 2, Instant.now());
            new ExportTable(template, false).readWithoutLeaf(1, without::add);
        });

        assertThat(without).isEmpty();
    }

    /** A log has as many runs as its instances took turns, and hardly a gap between them. */
    @Test
    void looksOnlyWhereThereAreNoLeaves() {
        SomeTree log = new SomeTree(database, folder);
        log.decide(0, 1);
        log.publish();
        log.superuser()
                .sql("insert into log_run select n, 1, n, 1 from generate_series(1, 1000) n")
                .update();
        JdbcTemplate template = new JdbcTemplate(database.asSuperuser());
        List<ExportedLine> without = new ArrayList<>();

        Integer scans = new TransactionTemplate(new JdbcTransactionManager(template.getDataSource()))
                .execute(status -> {
                    new ExportTable(template, false).readWithoutLeaf(1001, without::add);
                    return template.queryForObject(
                            "select sum(seq_scan + coalesce(idx_scan, 0)) from pg_stat_xact_user_tables"
                                    + " where relname like 'transfer_log%'",
                            Integer.class);
                });

        assertThat(without).isEmpty();
        assertThat(scans).isLessThan(200);
    }
}
