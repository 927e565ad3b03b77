package nl.sluiswachter.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.verifier.SomeTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor types. */
class VerifyCommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private SomeTree log;
    private Path kept;
    private Path export;

    @BeforeEach
    void exportALogOfTwoDecisions() throws IOException {
        log = new SomeTree(TestDatabase.create(), folder);
        log.decide(0, 1);
        kept = Files.write(folder.resolve("kept"), log.publish());
        log.decide(1, 2);
        log.publish();
        export = log.export(true);
    }

    @Test
    void endsWithZeroWhenAllIsAsItMustBe() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), log.key() + "\n");

        assertThat(run("log", export.toString(), "--key", key.toString(), "--checkpoint", kept.toString()))
                .isEqualTo(CommandLine.DONE);
        assertThat(text(out))
                .contains("has 2 leaves with root ")
                .contains("continues the earlier checkpoint of 1 leaves");
        assertThat(run("consistency", kept.toString(), export.toString(), "--key", log.key()))
                .isEqualTo(CommandLine.DONE);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void endsWithOneAndOneSentenceWhenSomethingIsNot() throws IOException {
        Path entries = export.resolve("entries/000000.jsonl");
        Files.writeString(
                entries, Files.readString(entries).lines().skip(1).toList().get(0));

        assertThat(run("log", export.toString(), "--key", log.key())).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err).lines())
                .singleElement()
                .asString()
                .startsWith("The entry at shard 1, position 0 (leaf 0) is gone: its leaf has hash ");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void endsWithTwoWhenItCannotBeTold() {
        assertThat(run("log", export.toString())).isEqualTo(CommandLine.UNABLE);
        assertThat(run("log", "--key", "k")).isEqualTo(CommandLine.UNABLE);
        assertThat(run("log", folder.resolve("absent").toString(), "--key", log.key()))
                .isEqualTo(CommandLine.UNABLE);
        assertThat(run("proof", "absent")).isEqualTo(CommandLine.UNABLE);
        assertThat(run("proof", kept.toString(), "--content", "payload")).isEqualTo(CommandLine.UNABLE);
        assertThat(run("report", kept.toString())).isEqualTo(CommandLine.UNABLE);
        assertThat(run("receipt", "a.b.c", "--keys", kept.toString())).isEqualTo(CommandLine.UNABLE);
        assertThat(run("log", export.toString(), "--kye", "k")).isEqualTo(CommandLine.UNABLE);
        assertThat(run("everything")).isEqualTo(CommandLine.UNABLE);
        assertThat(text(err).lines())
                .containsExactly(
                        "Say --key; help tells what it is.",
                        "Say which file, folder or address; help tells how.",
                        "There is no checkpoint, so there is no log to verify.",
                        "A file that was named cannot be read.",
                        "A content is given as --content <label>=<file>.",
                        "The proof of a report is one JSON object with the members of sluiswachter/report-proof/1 and no others.",
                        "The keys for a receipt are a JWK Set (RFC 7517).",
                        "There is an option that verify does not know; help lists them.",
                        "There is no such thing to verify; help lists them.");
    }

    @Test
    void helpsWhoTypesNothingMore() {
        assertThat(CommandLine.isMeant("verify")).isTrue();
        assertThat(CommandLine.isMeant("log", "export")).isTrue();
        assertThat(run()).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("verify <what>").contains("--checkpoint");
    }

    private int run(String... typed) {
        String[] all = new String[typed.length + 1];
        all[0] = "verify";
        System.arraycopy(typed, 0, all, 1, typed.length);
        // No class for a context: verify starts none.
        return CommandLine.run(
                null,
                null,
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                all);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
