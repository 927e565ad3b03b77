package nl.sluiswachter.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as people in the Netherlands count them: ages, terms and periods are in these. */
public final class Days {

    /** The time of the Netherlands. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private Days() {}

    /** The day it is at this moment. */
    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** When the day begins. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
