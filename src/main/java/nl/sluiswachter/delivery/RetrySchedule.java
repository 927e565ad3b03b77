package nl.sluiswachter.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after a failed push: doubles each time up to a bound, then spread over 75 to 100 % so that receivers
 * that come back are not met by everything at once.
 */
final class RetrySchedule {

    private static final int MOST_DOUBLINGS = 30;
    private static final double SPREAD = 0.25;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;

    /** @param random gives numbers from 0 inclusive to 1 exclusive */
    RetrySchedule(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** @param failures how often it failed, from 1 */
    Duration waitAfter(int failures) {
        long factor = 1L << Math.min(failures - 1, MOST_DOUBLINGS);
        Duration doubled = first.compareTo(longest.dividedBy(factor)) > 0 ? longest : first.multipliedBy(factor);
        return Duration.ofMillis(Math.round(doubled.toMillis() * (1 - SPREAD * random.getAsDouble())));
    }
}
