package nl.sluiswachter.console.logpage;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.Spans;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.console.work.WorkOutcome;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.alarm.Alarm;
import nl.sluiswachter.transferlog.retention.Hold;
import nl.sluiswachter.transferlog.retention.Retention;
import nl.sluiswachter.transferlog.witness.WitnessStatus;
import org.springframework.context.MessageSource;

/**
 * Puts what the log tells of itself into the reader's words.
 *
 * @param officers who are named on the page
 */
record LogWords(MessageSource messages, Catalogue law, OfficerNames.Called officers, Locale locale) {

    LogView.WitnessLine witness(WitnessStatus.OfOne one) {
        return new LogView.WitnessLine(
                one.name(),
                one.age().map(age -> age.toSeconds()).orElse(-1L),
                one.failure().map(code -> word("log.failure." + code, code)).orElse(""));
    }

    LogView.AlarmLine alarm(Alarm alarm) {
        String finding = alarm.what().replaceAll(",.*", "");
        return new LogView.AlarmLine(
                alarm.id(), Here.moment(alarm.foundAt(), locale), word("log.alarm." + finding, finding), alarm.what());
    }

    LogView.Checked checked(LogEvents.Event event) {
        String at = Here.moment(event.at(), locale);
        if (event.isDamaged()) {
            return new LogView.Checked(at, WorkOutcome.BROKEN.name(), "", 0, false, "", true);
        }
        return new LogView.Checked(
                at,
                event.text("outcome"),
                officers.of(event.text("officer")),
                number(event.text("leaves")),
                Boolean.parseBoolean(event.text("withPaper")),
                event.text("finding"),
                false);
    }

    LogView.ExportLine export(LogEvents.Event event) {
        String at = Here.moment(event.at(), locale);
        if (event.isDamaged()) {
            return new LogView.ExportLine(at, "", damaged(), "", false, true);
        }
        String what = event.text("what");
        String entries = event.text("entries");
        return new LogView.ExportLine(
                at,
                event.text("officer").isEmpty() ? event.party() : officers.of(event.text("officer")),
                word("log.export." + what, what),
                entries.isEmpty() ? "" : amount(entries),
                Boolean.parseBoolean(event.text("withSubjects")),
                false);
    }

    LogView.ErasureLine erasure(LogEvents.Event event) {
        String at = Here.moment(event.at(), locale);
        try {
            return new LogView.ErasureLine(
                    at,
                    rule(event.text("rule")),
                    amount(event.text("entries")),
                    term(Period.parse(event.text("term"))),
                    Here.day(Instant.parse(event.text("before")), locale));
        } catch (DateTimeException e) { // damaged, or told by who owns the database
            return new LogView.ErasureLine(at, damaged(), "", "", "");
        }
    }

    LogView.DueLine due(Retention.Due due) {
        return new LogView.DueLine(month(due.month()), rule(due.rule()), term(due.term()), due.entries());
    }

    LogView.HoldLine hold(Hold hold) {
        return new LogView.HoldLine(
                Here.moment(hold.placedAt(), locale),
                word("log.hold." + hold.ground().name(), hold.ground().name()),
                hold.reference(),
                word("log.scope." + hold.scope().name(), hold.scope().name()),
                hold.liftedAt().map(at -> Here.moment(at, locale)).orElse(""));
    }

    /** A kind of entry, or the title of an exchange type. */
    private String rule(String rule) {
        boolean isKind =
                Arrays.stream(LogKind.values()).anyMatch(kind -> kind.name().equals(rule));
        return isKind ? word("log.kind." + rule, rule) : law.title(rule, Languages.of(locale));
    }

    private String term(Period term) {
        return new Spans(messages, locale).of(term);
    }

    private String month(YearMonth month) {
        return Here.month(month, locale);
    }

    private String word(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, locale);
    }

    private String damaged() {
        return messages.getMessage("transfers.damaged", null, locale);
    }

    private String amount(String text) {
        return NumberFormat.getIntegerInstance(locale).format(number(text));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
