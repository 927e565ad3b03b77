package nl.sluiswachter.console.today;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.kernel.Days;
import org.springframework.context.MessageSource;

/** Who reads the page, when, and how it is said to them. */
record Reader(Officer officer, Instant now, Locale locale, MessageSource messages) {

    /** The day it is here. */
    LocalDate today() {
        return Days.of(now);
    }

    /** The month by which figures are kept: that of UTC. */
    YearMonth month() {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC));
    }

    /** A line in words: {@code today.<key>}, and what to do: {@code today.<key>.help}, which may be missing. */
    Line line(Urgency urgency, String key, String link, Object... values) {
        return new Line(
                urgency,
                say(key, values),
                messages.getMessage("today." + key + ".help", values, "", locale),
                open(link));
    }

    String say(String key, Object... values) {
        return messages.getMessage("today." + key, values, locale);
    }

    String day(LocalDate day) {
        return Here.day(day, locale);
    }

    String day(Instant moment) {
        return Here.day(moment, locale);
    }

    /** A number as people write it; one that was counted no further than {@code most} says so. */
    String number(long number, long most) {
        String text = NumberFormat.getIntegerInstance(locale).format(Math.min(number, most));
        return number > most ? say("more-than", text) : text;
    }

    private String open(String link) {
        String path = link.replaceAll("[?#].*", "");
        return ConsolePage.at(path)
                .filter(page -> page.isOpenTo(officer.roles()))
                .map(page -> link)
                .orElse("");
    }
}
