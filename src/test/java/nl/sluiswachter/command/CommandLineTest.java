package nl.sluiswachter.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import nl.sluiswachter.catalogue.CatalogueDiff;
import nl.sluiswachter.catalogue.CatalogueFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private static final Path CATALOGUE = Path.of("src/main/resources/catalogue");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void findsNoFaultInTheCatalogueOfTheRepository() {
        assertThat(run("catalogue", "check", CATALOGUE.toString())).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("No fault in").contains("Version sha256:");
    }

    @Test
    void namesTheFaultsOfACatalogueAndEndsWithOne() throws IOException {
        for (var file : CatalogueFiles.in(CATALOGUE).texts().entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue().replace("minor12to15: JOINT", "minor12to15: null"));
        }

        assertThat(run("catalogue", "check", folder.toString())).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err)).contains("ages.yaml").contains("minor12to15");
    }

    @Test
    void saysInOneSentenceWhatWasTypedWrong() {
        assertThat(run("catalogue", "check")).isEqualTo(CommandLine.UNABLE);
        assertThat(run("catalogue", "check", folder.resolve("absent").toString()))
                .isEqualTo(CommandLine.UNABLE);
        assertThat(text(err).lines()).containsExactly("Say which folder.", "There is no such folder.");
    }

    @Test
    void helpsWhoTypesNoCommand() {
        assertThat(run("catalogue")).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("rehearse <version>").doesNotContain("%%");
    }

    @Test
    void takesAnOptionWithOrWithoutEqualsAndLeavesSettingsAlone() {
        Words words = Words.of("--spring.profiles.active=demo", "catalogue", "approve", "0f", "--officer-key", "k.pem");

        assertThat(words.command()).containsExactly("catalogue", "approve", "0f");
        assertThat(words.option("officer-key")).contains("k.pem");
        assertThat(words.settings()).containsExactly("--spring.profiles.active=demo");
        assertThat(Words.of("--officer-key=k.pem").option("officer-key")).contains("k.pem");
        assertThat(Words.of("--officer-key").option("officer-key")).isEmpty();
        assertThat(CommandLine.isMeant("--spring.profiles.active=demo", "catalogue"))
                .isTrue();
        assertThat(CommandLine.isMeant("--spring.profiles.active=demo")).isFalse();
    }

    /** And starts no gateway for who asked something else. */
    @Test
    void listsTheCommandsToWhoAsksOrGuesses() {
        for (String word : List.of("help", "-h", "--help")) {
            out.reset();
            assertThat(CommandLine.isMeant(word)).isTrue();
            assertThat(run(word)).isEqualTo(CommandLine.DONE);
            assertThat(text(out)).contains("verify help").contains("start the gateway");
        }
        assertThat(CommandLine.isMeant("start")).isTrue();
        assertThat(run("start")).isEqualTo(CommandLine.UNABLE);
        assertThat(text(err)).isEqualToIgnoringNewLines("There is no such command; help lists them.");
    }

    @Test
    void tellsOnceASecondHowFarItIsAndHowLongItStillTakes() {
        AtomicLong nanos = new AtomicLong();
        Progress progress = new Progress(terminal(), 100_000, nanos::get);

        nanos.set(500_000_000);
        progress.accept(10);
        nanos.set(2_000_000_000);
        progress.accept(20_000);

        assertThat(text(err).strip())
                .isEqualTo("[####................] 20,000 of 100,000 (20 %), 10,000 a second, 8 s left");
    }

    @Test
    void drawsTheEndOfWhatTookLongerThanASecond() {
        AtomicLong nanos = new AtomicLong();
        Progress quick = new Progress(terminal(), 5, nanos::get);
        quick.accept(5);
        Progress slow = new Progress(terminal(), 5, nanos::get);
        nanos.set(1_000_000_000);
        slow.accept(1);
        nanos.set(1_250_000_000);
        slow.accept(2);
        slow.accept(5);

        assertThat(text(err).lines().filter(line -> !line.isBlank()).map(String::strip))
                .containsExactly(
                        "[####................] 1 of 5 (20 %), 1 a second, 4 s left",
                        "[####################] 5 of 5 (100 %), 4 a second, 0 s left");
    }

    @Test
    void comparesTwoCataloguesMemberByMember() {
        CatalogueFiles files = CatalogueFiles.in(CATALOGUE);
        var texts = new java.util.TreeMap<>(files.texts());
        texts.computeIfPresent("ages.yaml", (name, text) -> "# a remark\n" + text.replace("JOINT", "LAW_ONLY"));

        assertThat(new CatalogueDiff().lines(files, new CatalogueFiles(texts)))
                .containsExactly("~ ages.yaml minor12to15: \"JOINT\" -> \"LAW_ONLY\"");
    }

    private int run(String... typed) {
        return CommandLine.run(Object.class, context -> {}, terminal(), typed);
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
