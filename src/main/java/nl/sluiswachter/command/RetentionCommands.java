package nl.sluiswachter.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.archive.ArchiveRefused;
import nl.sluiswachter.transferlog.archive.MonthArchive;
import nl.sluiswachter.transferlog.retention.Calendar;
import nl.sluiswachter.transferlog.retention.Retention;

/** The commands about what of the log goes when, and where to. */
final class RetentionCommands {

    static final String HELP =
            """
              calendar                 how many entries are destroyed when, by month and rule
              destroy [--confirmed]    what is due now; with --confirmed destroy it
              archive <month> <folder> [--drop]
                                       write a month (2026-11) into a file, hold it against the tree and take it out of
                                       the log; with --drop out of the database too. Needs the settings of the owner
              attach <month> [<file>]  put a month back: its tables, or with a file what is in it

            """;

    private final Retention retention;
    private final Calendar calendar;
    private final MonthArchive archive;
    private final EventLog log;
    private final Clock clock;
    private final Terminal terminal;
    private final Words words;

    RetentionCommands(
            Retention retention,
            Calendar calendar,
            MonthArchive archive,
            EventLog log,
            Clock clock,
            Terminal terminal,
            Words words) {
        this.retention = retention;
        this.calendar = calendar;
        this.archive = archive;
        this.log = log;
        this.clock = clock;
        this.terminal = terminal;
        this.words = words;
    }

    void run(String verb) {
        try {
            switch (verb) {
                case "calendar" -> showCalendar();
                case "destroy" -> destroy();
                case "archive" -> archive();
                case "attach" -> attach();
                default -> throw new Misuse("There is no such command; log help lists them.");
            }
        } catch (ArchiveRefused e) {
            throw new Misuse(e.getMessage());
        } catch (UncheckedIOException e) {
            throw new Misuse("The file could not be written; nothing was taken out of the log.");
        }
    }

    /** With confidential types: how many there are is told to nobody of whom no entry says that it was. */
    private void showCalendar() {
        record("CALENDAR");
        list(calendar.months(true));
    }

    private void record(String action) {
        log.append(new LogEntry(
                LogKind.OPERATION, Optional.empty(), Optional.empty(), Map.of("action", action), List.of()));
    }

    private void list(List<Retention.Due> calendar) {
        calendar.forEach(due -> terminal.say(
                "%s  %-32s %-6s %12s", due.month(), due.rule(), due.term(), Terminal.number(due.entries())));
    }

    private void destroy() {
        if (!words.flag("confirmed")) {
            record("CALENDAR");
            YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
            List<Retention.Due> due = calendar.months(true).stream()
                    .filter(one -> !one.month().isAfter(now))
                    .toList();
            if (due.isEmpty()) {
                terminal.say("Nothing is due.");
                return;
            }
            list(due);
            terminal.say("Of these goes what is due today, not on hold and not part of something that stays.");
            terminal.say("Next: log destroy --confirmed. There is no way back.");
            return;
        }
        record("DESTROY");
        Map<String, Integer> destroyed = retention.destroyDue();
        destroyed.forEach((rule, entries) -> terminal.say("%-32s %12s", rule, Terminal.number(entries)));
        terminal.say(
                "Destroyed %s entries; the log tells which.",
                Terminal.number(
                        destroyed.values().stream().mapToInt(Integer::intValue).sum()));
    }

    private void archive() {
        YearMonth month = month();
        Path folder = Path.of(words.word(3).orElseThrow(() -> new Misuse("Say into which folder.")));
        MonthArchive.Done done = archive.detach(month, folder, words.flag("drop"), this::progress);
        terminal.say("Took %s entries of %s out of the log.", Terminal.number(done.entries()), month);
        terminal.say("%s", folder.resolve(MonthArchive.name(month)));
        terminal.say("SHA-256 %s", done.sha256());
        if (done.undestroyed() > 0) {
            terminal.say(
                    "%s of them still say what they said: whoever keeps the file destroys it when their term is over.",
                    Terminal.number(done.undestroyed()));
        }
    }

    private void attach() {
        YearMonth month = month();
        MonthArchive.Done done = words.word(3).isPresent()
                ? archive.attach(month, Path.of(words.word(3).orElseThrow()), this::progress)
                : archive.attach(month);
        terminal.say("%s is a part of the log again.", done.month());
    }

    private LongConsumer progress(long total) {
        return new Progress(terminal, total, System::nanoTime);
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(words.word(2).orElse(""));
        } catch (DateTimeException e) {
            throw new Misuse("Say which month, as 2026-11.");
        }
    }
}
