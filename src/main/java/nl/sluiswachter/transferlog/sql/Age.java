package nl.sluiswachter.transferlog.sql;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long something has been waiting to be done, by the clock of the database: seen without the lock of whoever does it, so that
 * somebody who keeps that lock is noticed.
 */
public final class Age {

    private Age() {}

    /**
     * What a statement says in seconds, 0 when it says nothing. What was written in the future waits as long: only somebody who
     * changed it can have said so.
     */
    public static Duration of(JdbcClient jdbc, String sql) {
        double seconds = jdbc.sql(sql).query(Double.class).optional().orElse(0.0);
        return Duration.ofMillis(Math.abs(Math.round(seconds * 1_000)));
    }

    /** What is wrong, in a few words; empty when it is no longer than usual. */
    public static Optional<String> complaint(Duration age, Duration alarming) {
        return Optional.of(age)
                .filter(longest -> longest.compareTo(alarming) > 0)
                .map(longest -> "for " + longest.toSeconds() + " s; somebody may hold its lock");
    }

    /** Has it measured, in seconds. */
    public static void gauge(MeterRegistry meters, String name, String of, Supplier<Duration> age) {
        Gauge.builder(name, () -> age.get().toMillis() / 1_000.0)
                .description("Age of " + of)
                .baseUnit("seconds")
                .strongReference(true)
                .register(meters);
    }
}
