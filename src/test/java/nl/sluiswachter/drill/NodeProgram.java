package nl.sluiswachter.drill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluiswachter.delivery.SomeOutbox;
import nl.sluiswachter.transferlog.SomeNode;

/**
 * A node in a process of its own, there to be killed. It appends, logs events, sequences and publishes without end, and writes
 * a line for everything it was told is durable: {@code answered <id of the entry>} and {@code published <size>}.
 */
final class NodeProgram {

    private static final int CALLERS = 4;
    private static final Duration PAUSE = Duration.ofMillis(5);

    private NodeProgram() {}

    /** @param arguments address, user, password, file of the signer, name of the node */
    public static void main(String[] arguments) {
        DataSource source = pool(arguments);
        SomeNode node = new SomeNode(source, SomeOutbox.on(source), Path.of(arguments[3]));
        for (int caller = 0; caller < CALLERS; caller++) {
            forever(() -> Optional.of("answered " + node.append()));
        }
        forever(() -> Optional.of("answered " + node.happen()));
        forever(() -> node.turn().map(size -> "published " + size));
    }

    private static DataSource pool(String[] arguments) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword(arguments[2]);
        config.addDataSourceProperty("ApplicationName", arguments[4]);
        config.setMaximumPoolSize(2 + CALLERS);
        config.setConnectionTimeout(1_000);
        return new HikariDataSource(config);
    }

    private static void forever(Supplier<Optional<String>> step) {
        new Thread(() -> {
                    while (true) {
                        try {
                            step.get().ifPresent(System.out::println);
                        } catch (RuntimeException e) {
                            System.err.println(e);
                        }
                        LockSupport.parkNanos(PAUSE.toNanos());
                    }
                })
                .start();
    }
}
