package nl.sluiswachter.console.today;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.canary.Canaries;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.delivery.StuckMessages;
import nl.sluiswachter.party.Ending;
import nl.sluiswachter.party.JdbcEndings;
import nl.sluiswachter.report.PartyNames;
import nl.sluiswachter.security.ServerCertificate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Where the lines of today lead that are about machines: which receivers, which certificates, which canaries. */
@Controller
class TechnicalController {

    static final String PATH = "/console/today/technical";

    private static final int MOST = 100;
    private static final String UNSEEN = "UNSEEN_BY_";

    private final StuckMessages messages;
    private final JdbcEndings endings;
    private final ServerCertificate own;
    private final Canaries canaries;
    private final ActiveCatalogue catalogue;
    private final LookUps lookUps;
    private final MessageSource words;
    private final Clock clock;

    TechnicalController(
            StuckMessages messages,
            JdbcEndings endings,
            ServerCertificate own,
            Canaries canaries,
            ActiveCatalogue catalogue,
            LookUps lookUps,
            MessageSource words,
            Clock clock) {
        this.messages = messages;
        this.endings = endings;
        this.own = own;
        this.canaries = canaries;
        this.catalogue = catalogue;
        this.lookUps = lookUps;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(@ModelAttribute("officer") Officer officer, Locale locale, Model model) {
        Instant now = clock.instant();
        boolean isForDoors = !Collections.disjoint(officer.roles(), DeliveryWatch.AUDIENCE);
        boolean mayLookUp = ConsolePage.TRANSFERS.isOpenTo(officer.roles());
        Optional<TechnicalView.Doors> doors =
                isForDoors ? Optional.of(doors(new Reader(officer, now, locale, words), mayLookUp)) : Optional.empty();
        model.addAttribute("view", new TechnicalView(doors.orElse(null), canaries(locale)));
        return "console/today-technical";
    }

    private TechnicalView.Doors doors(Reader reader, boolean mayLookUp) {
        List<StuckMessages.AtReceiver> stuck =
                messages.receivers(reader.now(), catalogue.current().openTypes(), MOST + 1);
        List<TechnicalView.Certificate> certificates = certificates(reader.now(), reader.locale());
        return new TechnicalView.Doors(
                receivers(stuck.subList(0, Math.min(MOST, stuck.size())), reader.locale()),
                stuck.size() > MOST,
                mayLookUp,
                new CertificateWatch(endings, own).own(reader).map(Line::text).orElse(""),
                certificates.subList(0, Math.min(MOST, certificates.size())),
                certificates.size() > MOST);
    }

    private List<TechnicalView.Receiver> receivers(List<StuckMessages.AtReceiver> stuck, Locale locale) {
        PartyNames names = lookUps.names(
                stuck.stream().map(StuckMessages.AtReceiver::receiver).toList(), words, locale);
        return stuck.stream()
                .map(one -> new TechnicalView.Receiver(
                        one.receiver().value(),
                        names.of(one.receiver()),
                        one.expired(),
                        one.ending(),
                        one.waiting(),
                        one.oldest().map(at -> Here.moment(at, locale)).orElse(""),
                        one.pausedUntil().map(at -> Here.moment(at, locale)).orElse("")))
                .toList();
    }

    private List<TechnicalView.Certificate> certificates(Instant now, Locale locale) {
        return endings.before(now.plus(CertificateWatch.AHEAD), MOST + 1).stream()
                .map(one -> new TechnicalView.Certificate(
                        one.oin().value(),
                        one.name(),
                        one.kind().name(),
                        one.kind() == Ending.Kind.AGREEMENT
                                ? Here.day(one.lastDay(), locale)
                                : Here.moment(one.until(), locale),
                        !one.until().isAfter(now)))
                .toList();
    }

    private List<TechnicalView.Canary> canaries(Locale locale) {
        return canaries.problems().entrySet().stream()
                .map(one -> canary(one, locale))
                .toList();
    }

    /** A kind of exchange with several rules has a canary for each, {@code TYPE#2}. */
    private TechnicalView.Canary canary(Map.Entry<String, String> problem, Locale locale) {
        String[] id = problem.getKey().split("#", 2);
        String title = id[0].isEmpty() ? "" : catalogue.current().title(id[0], Languages.of(locale));
        String code = problem.getValue();
        return new TechnicalView.Canary(
                id.length == 1 ? title : title + " (" + id[1] + ")",
                "technical.canary." + (code.startsWith(UNSEEN) ? "UNSEEN" : code),
                code);
    }
}
