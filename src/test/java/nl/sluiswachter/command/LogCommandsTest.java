package nl.sluiswachter.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.SomeMark;
import nl.sluiswachter.transferlog.merkle.PaperLine;
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

    @Test
    void printsALineForPaper() throws Exception {
        assertThat(run("paper")).isEqualTo(CommandLine.DONE);

        assertThat(PaperLine.parse(out.toString(StandardCharsets.UTF_8))
                        .checkpoint()
                        .size())
                .isOne();
    }

    @Test
    void beginsAnEpochWhereTheTreeCannotGoOnAndOnlyThere() throws Exception {
        Path key = folder.resolve("log.key");
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
        String[] settings = {
            "--sluiswachter.oin=00000099000000000100",
            "--sluiswachter.keys.log=" + key,
            "--sluiswachter.log.memory=" + folder.resolve("memory")
        };

        assertThat(run("new-epoch", settings)).isEqualTo(CommandLine.UNABLE);
        assertThat(run("new-epoch", "--reason=disk failure")).isEqualTo(CommandLine.UNABLE);
        assertThat(run("new-epoch", with("--reason=disk failure", settings))).isEqualTo(CommandLine.REFUSED);
        Files.writeString(
                folder.resolve("memory"),
                "sluiswachter/00000099000000000100/1\n9\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThat(run("new-epoch", with("--reason=disk failure", settings))).isEqualTo(CommandLine.DONE);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Say --reason")
                .contains("This needs sluiswachter.oin")
                .contains("no new epoch is needed")
                .contains("A new epoch began: sluiswachter/00000099000000000100/2")
                .contains("with 9 leaves, of which the first 1 are kept")
                .contains("Verifier key, for every auditor and witness: sluiswachter/00000099000000000100/2+");
    }

    private static String[] with(String word, String... words) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = word;
        return all;
    }

    private int run(String verb, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("log", verb));
        words.addAll(List.of(options));
        Path subject = Files.writeString(
                folder.resolve("subject.key"), Base64.getEncoder().encodeToString(new byte[32]));
        words.add("--sluiswachter.keys.subject=" + subject);
        database.settings().forEach((name, value) -> words.add("--" + name + "=" + value));
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return CommandLine.run(
                Class.forName("nl.sluiswachter.CommandApplication"),
                context -> {},
                new Terminal(print, print),
                words.toArray(String[]::new));
    }

    private void export() {
        JdbcEventLog events = new JdbcEventLog(
                JdbcClient.create(database.asApplication()),
                SomeMark.OURS,
                new UuidV7(Clock.systemUTC()),
                Clock.systemUTC());
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Words words = Words.of("log", "export", folder.resolve("export").toString(), "--with-subjects");
        new ExportCommand(database.asApplication(), events, 1, new Terminal(print, print), words).run();
    }
}
