package nl.sluiswachter.console.today;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What an officer opens every morning. */
@Controller
class TodayController {

    private final List<Watch> watches;
    private final LogState log;
    private final DamageAlarm alarm;
    private final MessageSource messages;
    private final Clock clock;

    TodayController(List<Watch> watches, LogState log, DamageAlarm alarm, MessageSource messages, Clock clock) {
        this.watches = List.copyOf(watches);
        this.log = log;
        this.alarm = alarm;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/console/today")
    String today(@ModelAttribute("officer") Officer officer, Locale locale, Model model) {
        Reader reader = new Reader(officer, clock.instant(), locale, messages);
        List<Line> lines = watches.stream()
                .filter(watch -> isFor(officer, watch.audience()))
                .flatMap(watch -> look(watch, reader, alarm::raise).stream())
                .distinct()
                .sorted(Comparator.comparing(Line::urgency))
                .toList();
        boolean sees = isFor(officer, Set.of(Role.PRIVACY_OFFICER, Role.OPERATOR));
        model.addAttribute(
                "view", new TodayView(Here.moment(reader.now(), locale), lines, sees ? facts(reader) : List.of()));
        return "console/today";
    }

    /** What one of them cannot read keeps nobody from what the others see. */
    static List<Line> look(Watch watch, Reader reader, Consumer<LogDamaged> alarm) {
        try {
            return watch.look(reader);
        } catch (LogDamaged e) {
            alarm.accept(e);
            return List.of(reader.line(Urgency.NOW, "damaged", LogWatch.LINK));
        }
    }

    private static boolean isFor(Officer officer, Set<Role> audience) {
        return !Collections.disjoint(officer.roles(), audience);
    }

    private List<TodayView.Fact> facts(Reader reader) {
        List<TodayView.Fact> facts = new ArrayList<>();
        log.head().ifPresent(head -> {
            facts.add(fact(reader, "size", reader.number(head.size(), Long.MAX_VALUE)));
            facts.add(fact(reader, "checkpoint", Here.moment(head.publishedAt(), reader.locale())));
        });
        facts.add(fact(reader, "verified", verified(reader)));
        facts.add(fact(reader, "witness", witnessed(log.hasWitnesses(), log.witnessed(), reader)));
        return facts;
    }

    private String verified(Reader reader) {
        return log.verified()
                .map(event -> reader.say(
                        "log.verified.at",
                        Here.moment(event.at(), reader.locale()),
                        messages.getMessage(
                                event.isDamaged() ? "transfers.damaged" : "work.outcome." + LogState.outcome(event),
                                null,
                                reader.locale())))
                .orElseGet(() -> reader.say("log.verified.never"));
    }

    /** That nobody looks and that nobody was asked to are two things. */
    static String witnessed(boolean any, Optional<Duration> age, Reader reader) {
        return age.map(ago -> Here.moment(reader.now().minus(ago), reader.locale()))
                .orElseGet(() -> reader.say(any ? "log.witness.never" : "log.witness.none"));
    }

    private static TodayView.Fact fact(Reader reader, String name, String value) {
        return new TodayView.Fact(reader.say("log." + name), value);
    }
}
