package nl.sluiswachter.console.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.consent.ConsentEvent;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.consent.Giving;
import nl.sluiswachter.consent.Happening;
import nl.sluiswachter.consent.Shown;
import nl.sluiswachter.consent.Stop;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.explanation.ScopeWords;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.report.PartyNames;
import nl.sluiswachter.transfer.Accompanying;

/** Puts consents into words, for one reader. */
final class ConsentSheets {

    private static final double MILLIS = 1000;

    private final ScopeWords words;
    private final Accompanying accompanying;
    private final PartyNames names;
    private final OfficerNames.Called officers;
    private final Overlap overlap;
    private final Locale locale;
    private final Instant now;

    /** @param acting in which capacities the parties of the consents act */
    ConsentSheets(
            Catalogue law,
            PartyNames names,
            OfficerNames.Called officers,
            Map<Oin, Set<Capacity>> acting,
            Locale locale,
            Instant now) {
        this.accompanying = new Accompanying(law);
        this.overlap = new Overlap(law, acting);
        this.words = new ScopeWords(law, new Words(law, Voice.PROFESSIONAL, Languages.of(locale)), names::of);
        this.names = names;
        this.officers = officers;
        this.locale = locale;
        this.now = now;
    }

    ConsentView.Sheet sheet(ConsentHistory consent) {
        ConsentHistory.Standing standing = consent.standing(now);
        ConsentScope scope = consent.scope();
        Optional<Happening> given = consent.given().map(ConsentEvent::what);
        Optional<Giving> giving = given.flatMap(Happening::giving);
        return new ConsentView.Sheet(
                consent.id(),
                standing.state().name(),
                moment(standing.since()),
                answerBy(consent, standing),
                scope.kind().name(),
                words.tasks(scope, rule -> isBetween(consent, rule)),
                words.exchanges(scope, type -> true),
                words.party(consent.sender()),
                words.receivers(scope),
                words.data(scope),
                words.fields(along(consent)),
                scope.validUntil().map(this::until).orElse(ConsentView.Until.WITHDRAWN),
                given.flatMap(Happening::person).map(ConsentSheets::relation).orElse(""),
                giving.flatMap(Giving::mandate).map(Enum::name).orElse(""),
                giving.map(Giving::at).map(this::moment).orElse(""),
                giving.map(Giving::freedom).map(Freedom::unconfirmed).orElse(List.of()),
                lastShown(consent),
                consent.events().stream().map(this::event).toList());
    }

    /** What of these stays given beside it, for the same or for a part of it; each consent counts on its own. */
    List<ConsentView.Sheet> besides(ConsentHistory consent, List<ConsentHistory> all) {
        return all.stream()
                .filter(other -> !other.id().equals(consent.id()))
                .filter(other -> other.isGoodAt(now) && overlap.isBetween(consent, other))
                .map(this::sheet)
                .toList();
    }

    /** A request that nobody answered lapses. */
    private String answerBy(ConsentHistory consent, ConsentHistory.Standing standing) {
        return consent.last()
                .endsAt()
                .filter(end -> standing.state() == ConsentState.REQUESTED)
                .map(end -> Here.lastDay(end).map(day -> Here.day(day, locale)).orElseGet(() -> moment(end)))
                .orElse("");
    }

    /** For who came too late to end it. */
    ConsentView.Notice notice(ConsentHistory consent) {
        ConsentEvent last = consent.last();
        return new ConsentView.Notice(
                consent.standing(now).state().name(),
                moment(consent.standing(now).since()),
                last.by().map(names::of).orElse(""),
                last.officer().map(officers::of).orElse(""));
    }

    private ConsentView.Event event(ConsentEvent event) {
        Happening what = event.what();
        return new ConsentView.Event(
                event.state().name(),
                moment(event.recordedAt()),
                event.by().map(names::of).orElse(""),
                event.officer().map(officers::of).orElse(""),
                what.person().map(ConsentSheets::relation).orElse(""),
                what.reason().map(Enum::name).orElse(""),
                what.evidence().orElse(""),
                what.shown().map(ConsentSheets::shown).orElse(null),
                event.stop().map(Stop::messages).orElse(null),
                event.stop().map(Stop::within).map(this::seconds).orElse(""));
    }

    private Set<String> along(ConsentHistory consent) {
        return accompanying.fields(
                consent.scope(), capacity -> sends(consent, capacity), capacity -> receives(consent, capacity));
    }

    private boolean isBetween(ConsentHistory consent, ExchangeRule rule) {
        return rule.senders().stream().anyMatch(capacity -> sends(consent, capacity))
                && rule.receivers().stream().anyMatch(capacity -> receives(consent, capacity));
    }

    private boolean sends(ConsentHistory consent, Capacity capacity) {
        return overlap.actsAs(consent.sender(), capacity);
    }

    private boolean receives(ConsentHistory consent, Capacity capacity) {
        return consent.scope().receivers().stream().anyMatch(receiver -> overlap.actsAs(receiver, capacity));
    }

    private static ConsentView.Shown lastShown(ConsentHistory consent) {
        return consent.events().stream()
                .flatMap(event -> event.what().shown().stream())
                .reduce((first, last) -> last)
                .map(ConsentSheets::shown)
                .orElse(null);
    }

    private static ConsentView.Shown shown(Shown shown) {
        String form = shown.version() == null ? shown.form() : shown.form() + " " + shown.version();
        return new ConsentView.Shown(form, shown.language(), shown.channel().name());
    }

    private static String relation(Giver giver) {
        return giver.relation().name();
    }

    private ConsentView.Until until(Instant end) {
        return Here.lastDay(end)
                .map(day -> new ConsentView.Until("day", Here.day(day, locale)))
                .orElseGet(() -> new ConsentView.Until("moment", moment(end)));
    }

    private String moment(Instant moment) {
        return Here.moment(moment, locale);
    }

    private String seconds(Duration time) {
        return String.format(locale, "%.2f", time.toMillis() / MILLIS);
    }
}
