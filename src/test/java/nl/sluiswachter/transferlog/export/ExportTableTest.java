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
}
