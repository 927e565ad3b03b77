package nl.sluiswachter.console.consent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.consent.ConsentEvent;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.delivery.StoppedMessages;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.LogFilter;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.search.SearchBusy;
import nl.sluiswachter.transferlog.search.SearchTooWide;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.springframework.context.MessageSource;

/** Which messages the end of a consent stopped, as far as the ground of the officer opens them. An alarm tells what was damaged. */
record StopsOfConsent(
        StoppedMessages messages,
        LogSearch search,
        LookUps lookUps,
        DamageAlarm alarm,
        ActiveCatalogue catalogue,
        MessageSource words) {

    List<ConsentView.Stopped> of(ConsentHistory consent, Ground ground, Locale locale) {
        ConsentEvent last = consent.last();
        if (last.stop().filter(stop -> stop.messages() > 0).isEmpty()) {
            return List.of();
        }
        Set<UUID> stopped = messages.transfers(consent.id());
        LogFilter decisions = LogFilter.builder()
                .kinds(Set.of(LogKind.DECISION))
                .among(Optional.of(stopped))
                .build();
        return found(decisions, ground).stream()
                .map(decision -> stopped(decision, locale))
                .toList();
    }

    /** The consent ended all the same when there is no time to tell what that stopped: its number stands on the page. */
    private List<Found> found(LogFilter decisions, Ground ground) {
        try {
            List<Found> some = search.find(decisions, lookUps.viewer(), ground, Optional.empty(), StoppedMessages.MOST)
                    .entries();
            alarm.raise(Found.damage(some));
            return some;
        } catch (SearchBusy | SearchTooWide e) {
            return List.of();
        }
    }

    private ConsentView.Stopped stopped(Found decision, Locale locale) {
        if (decision.isDamaged()) {
            return new ConsentView.Stopped(
                    ConsolePage.LOG.path(),
                    words.getMessage("transfers.damaged", null, locale),
                    Here.moment(decision.place().at(), locale));
        }
        return new ConsentView.Stopped(
                ConsolePage.TRANSFERS.path() + "/" + decision.text("transferId").orElseThrow(),
                catalogue.current().title(decision.text("exchangeType").orElse(""), Languages.of(locale)),
                Here.moment(decision.place().at(), locale));
    }
}
