package nl.sluiswachter.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as a resident counts them. */
final class Days {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private Days() {}

    static LocalDate of(Instant moment) {
        return moment.atZone(HERE).toLocalDate();
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(HERE).toInstant();
    }
}
