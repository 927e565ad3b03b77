package nl.sluiswachter.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Time as it is told here. */
public final class Here {

    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private Here() {}

    public static String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", locale).format(at.atZone(ZONE));
    }

    public static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(day);
    }
}
