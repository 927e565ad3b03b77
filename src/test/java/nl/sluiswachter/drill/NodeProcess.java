package nl.sluiswachter.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.support.Threads;
import org.awaitility.Awaitility;

/** A running {@link NodeProgram}, and what it said. */
final class NodeProcess implements AutoCloseable {

    private final Process process;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> listening;

    private NodeProcess(Process process) {
        this.process = process;
        this.listening = Threads.start(() -> {
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(said::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
    }

    /**
     * Starts a node.
     *
     * @param folder for the memory of its signer and its complaints
     */
    static NodeProcess start(TestDatabase database, Path folder, String name) {
        Map<String, String> address = database.settings();
        try {
            return new NodeProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-Dlogback.configurationFile=bench/logback.xml",
                            "-cp",
                            System.getProperty("java.class.path"),
                            NodeProgram.class.getName(),
                            address.get("spring.datasource.url"),
                            address.get("spring.datasource.username"),
                            address.get("spring.datasource.password"),
                            folder.resolve("memory").toString(),
                            name)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            folder.resolve(name + ".err").toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it was told of so many more that they are durable. */
    void awaitAnswers(int more) {
        int enough = answered().size() + more;
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> answered().size() >= enough);
    }

    /** Waits until it published once more. */
    void awaitCheckpoint() {
        long before = published().stream().mapToLong(Long::longValue).max().orElse(0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> published().stream().anyMatch(size -> size > before));
    }

    /** SIGKILL; what it had said by then is known when this returns. */
    void kill() {
        process.toHandle().destroyForcibly(); // the other one of Process closes what was said and not yet read
        process.onExit().join();
        listening.join();
    }

    /** Entries that it was told are durable. */
    List<UUID> answered() {
        return words("answered ").map(UUID::fromString).toList();
    }

    /** Sizes of checkpoints that it was told are published. */
    List<Long> published() {
        return words("published ").map(Long::valueOf).distinct().toList();
    }

    private Stream<String> words(String verb) {
        return said.stream().filter(line -> line.startsWith(verb)).map(line -> line.substring(verb.length()));
    }

    @Override
    public void close() {
        kill();
    }
}
