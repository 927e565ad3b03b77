package nl.sluiswachter.demo;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.sluiswachter.SluiswachterApplication;
import nl.sluiswachter.support.ProductionClassPath;

/** A demo in a process of its own, with its data and certificates in a folder of the test and on free ports. */
final class DemoGateway implements AutoCloseable {

    static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private final int managementPort;
    private final Path output;
    private final Process process;

    private DemoGateway(Path folder, List<String> settings) throws IOException {
        this.managementPort = freePort();
        this.output = folder.resolve("output");
        this.process = new ProcessBuilder(command(folder, settings))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Starts it; it may still be refused. */
    static DemoGateway start(Path folder, String... settings) throws IOException {
        Path certificates = Files.createDirectories(folder.resolve("certificates"));
        if (!Files.exists(certificates.resolve("parties.yaml"))) {
            Files.copy(Path.of("certs-example", "parties.yaml"), certificates.resolve("parties.yaml"));
        }
        return new DemoGateway(folder, List.of(settings));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DemoGateway untilReady() {
        await().atMost(LONGEST_START).until(() -> !process.isAlive() || text().contains("Sluiswachter is ready"));
        if (!process.isAlive()) {
            throw new AssertionError(text());
        }
        return this;
    }

    /** HTTP status of a page on the management port. */
    int status(String path) {
        return get(path).statusCode();
    }

    String body(String path) {
        return get(path).body();
    }

    /** Everything written so far. */
    String text() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGTERM and waits. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    private HttpResponse<String> get(String path) {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
        try {
            return client.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(Path folder, List<String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it soon ends, and other tests want the processors
                "-cp",
                ProductionClassPath.text(),
                SluiswachterApplication.class.getName(),
                "--spring.profiles.active=demo",
                "--sluiswachter.demo.data=" + folder.resolve("data"),
                "--sluiswachter.demo.certificates=" + folder.resolve("certificates"),
                "--management.server.port=" + managementPort));
        for (String door : List.of("partner", "back-office", "open")) {
            String port = "--sluiswachter.surfaces." + door + ".port=";
            if (settings.stream().noneMatch(setting -> setting.startsWith(port))) {
                command.add(port + freePort());
            }
        }
        command.addAll(settings);
        return command;
    }
}
