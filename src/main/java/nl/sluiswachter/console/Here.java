package nl.sluiswachter.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.kernel.Days;

/** Moments and days as the reader writes them, in Dutch time. */
public final class Here {

    private static final String DAY = "d MMMM yyyy";
    private static final String MONTH = "MMMM yyyy";
    private static final String MOMENT = DAY + ", HH:mm";
    private static final String EXACT = MOMENT + ":ss";

    private Here() {}

    /** As in {@code 21 november 2026, 14:03}. */
    public static String moment(Instant moment, Locale locale) {
        return DateTimeFormatter.ofPattern(MOMENT, locale).format(moment.atZone(Days.ZONE));
    }

    /** As in {@code 21 november 2026, 14:03:59}, for things of which several happen within a minute. */
    public static String exactly(Instant moment, Locale locale) {
        return DateTimeFormatter.ofPattern(EXACT, locale).format(moment.atZone(Days.ZONE));
    }

    /** As in {@code 21 november 2026}. */
    public static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(DAY, locale).format(day);
    }

    /**
     * The last day that something holds which ends at this moment: the day before, where a day of the Netherlands begins with it.
     * Empty where it ends in the course of a day, which then takes the time to tell.
     */
    public static Optional<LocalDate> lastDay(Instant end) {
        LocalDate day = Days.of(end);
        return Days.start(day).equals(end) ? Optional.of(day.minusDays(1)) : Optional.empty();
    }

    /** As in {@code november 2026}. */
    public static String month(YearMonth month, Locale locale) {
        return DateTimeFormatter.ofPattern(MONTH, locale).format(month);
    }

    /** The day of this moment, as {@link #day(LocalDate, Locale)} has it. */
    public static String day(Instant moment, Locale locale) {
        return day(Days.of(moment), locale);
    }
}
