package nl.sluiswachter.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.sluiswachter.SluiswachterApplication;
import nl.sluiswachter.support.ProductionClassPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts the gateway in a process of its own, as an operator does, and reads what he reads. */
@Timeout(120)
class RefusedStartTest {

    @TempDir
    private Path folder;

    @Test
    void namesEveryMissingSettingInOneSentence() throws Exception {
        Outcome outcome = start(List.of());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.lines())
                .singleElement()
                .asString()
                .endsWith("These settings are missing: spring.datasource.url, spring.datasource.username,"
                        + " sluiswachter.oin, sluiswachter.log.memory, spring.flyway.user,"
                        + " sluiswachter.tls.certificate, sluiswachter.tls.key, sluiswachter.keys.subject,"
                        + " sluiswachter.keys.payload, sluiswachter.keys.signing, sluiswachter.keys.log,"
                        + " sluiswachter.tls.partner-anchors, sluiswachter.tls.partner-crl,"
                        + " sluiswachter.tls.municipal-anchors, sluiswachter.tls.municipal-crl.");
    }

    @Test
    void namesTheOneSettingThatIsMissing() throws Exception {
        List<String> all = all("jdbc:postgresql://127.0.0.1:1/none");

        Outcome outcome =
                start(all.stream().filter(setting -> !setting.contains("oin")).toList());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.lines()).singleElement().asString().endsWith("This setting is missing: sluiswachter.oin.");
    }

    @Test
    void namesTheSettingWhoseFileCannotBeRead() throws Exception {
        List<String> settings = new ArrayList<>(all("jdbc:postgresql://127.0.0.1:1/none"));
        settings.add("--sluiswachter.keys.signing=" + folder.resolve("absent"));

        Outcome outcome = start(settings);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.lines())
                .singleElement()
                .asString()
                .contains("No readable file is named by sluiswachter.keys.signing");
    }

    @Test
    void saysWhatIsWrongWithTheNumberAndTheKeys() throws Exception {
        List<String> settings = new ArrayList<>(all("jdbc:postgresql://127.0.0.1:1/none"));
        settings.replaceAll(setting -> setting.startsWith("--sluiswachter.oin") ? "--sluiswachter.oin=123" : setting);

        Outcome outcome = start(settings);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.lines())
                .singleElement()
                .asString()
                .endsWith(
                        "These settings cannot be used: sluiswachter.oin must have 20 digits or capitals;"
                                + " the file of sluiswachter.keys.subject must hold at least 32 random bytes in base64;"
                                + " the file of sluiswachter.keys.payload must hold 32 random bytes in base64;"
                                + " the file of sluiswachter.keys.log must hold 32 random bytes in base64;"
                                + " the file of sluiswachter.keys.signing must hold an EC P-256 or RSA (3072 bits or more) private key in PKCS#8 PEM.");
    }

    private List<String> all(String url) throws IOException {
        Path file = Files.writeString(folder.resolve("given"), "given");
        Stream<String> files = Stream.of(
                        "tls.certificate",
                        "tls.key",
                        "tls.partner-anchors",
                        "tls.partner-crl",
                        "tls.municipal-anchors",
                        "tls.municipal-crl",
                        "keys.subject",
                        "keys.payload",
                        "keys.signing",
                        "keys.log")
                .map(name -> "--sluiswachter." + name + "=" + file);
        return Stream.concat(
                        files,
                        Stream.of(
                                "--spring.datasource.url=" + url,
                                "--spring.datasource.username=nobody",
                                "--sluiswachter.log.memory=" + folder.resolve("memory"),
                                "--spring.flyway.user=nobody",
                                "--sluiswachter.oin=00000099000000000100"))
                .toList();
    }

    private Outcome start(List<String> settings) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it soon ends
                "-cp",
                ProductionClassPath.text(),
                SluiswachterApplication.class.getName()));
        command.addAll(settings);
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readAllLines(output, StandardCharsets.UTF_8));
    }

    private record Outcome(int exitCode, List<String> lines) {}
}
