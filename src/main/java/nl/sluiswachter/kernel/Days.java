package nl.sluiswachter.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as people in the Netherlands count them: ages, terms and periods are in these. */
public final class Days {

    /** The time of the Netherlands. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /** Whether it is in the years 1850 to 2199: those that PostgreSQL and a person understand. */
    public static boolean isPlausible(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }

    /** The day it is at this moment. */
    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** When the day begins. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
