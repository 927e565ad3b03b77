package nl.sluiswachter.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.verifier.SomeTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log in files, and what the log says of that. */
class LogCommandsTest {

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void decideOnce() {
        SomeTree log = new SomeTree(database, folder);
        log.decide(0, 1);
        log.publish();
    }

    @Test
    void anExportIsAnEntryOfTheLog() {
        export();

        assertThat(folder.resolve("export/entries/000000.jsonl")).isNotEmptyFile();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Exported 1 entries");
        assertThat(owner.sql("select convert_from(entry, 'UTF8') from log_pending")
                        .query(String.class)
                        .single())
                .contains("\"detail\":{\"what\":\"LOG\",\"withSubjects\":\"true\"}")
                .contains("\"kind\":\"EXPORT\"");
    }

    @Test
    void nothingIsExportedThatTheLogCannotTell() {
        owner.sql("revoke insert on log_pending from sluiswachter_app").update();

        assertThatThrownBy(this::export).isInstanceOf(DataAccessException.class);

        assertThat(folder.resolve("export")).doesNotExist();
    }

    private void export() {
        JdbcEventLog events = new JdbcEventLog(
                JdbcClient.create(database.asApplication()), new UuidV7(Clock.systemUTC()), Clock.systemUTC());
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Words words = Words.of("log", "export", folder.resolve("export").toString(), "--with-subjects");
        new LogCommands(database.asApplication(), events, new Terminal(print, print), words).run("export");
    }
}
