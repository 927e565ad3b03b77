package nl.sluiswachter.console.transfers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.explanation.Duty;
import nl.sluiswachter.explanation.Narrator;
import nl.sluiswachter.explanation.Paragraph;
import nl.sluiswachter.explanation.PlainList;
import nl.sluiswachter.explanation.TechnicalAccount;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.report.Arrivals;
import nl.sluiswachter.transferlog.DecisionReader;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.search.Found;
import org.springframework.context.MessageSource;

/** Puts one transfer into words: those of the rules by which it was decided, as far as they are here. */
final class TransferPage {

    private final LookUps lookUps;
    private final OfficerNames officers;
    private final MessageSource messages;
    private final Catalogues catalogues;
    private final ActiveCatalogue active;
    private final OnTheSpot proofs;
    private final Arrivals arrivals;
    private final Clock clock;

    TransferPage(
            LookUps lookUps,
            OfficerNames officers,
            MessageSource messages,
            Catalogues catalogues,
            ActiveCatalogue active,
            OnTheSpot proofs,
            Arrivals arrivals,
            Clock clock) {
        this.lookUps = lookUps;
        this.officers = officers;
        this.messages = messages;
        this.catalogues = catalogues;
        this.active = active;
        this.proofs = proofs;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    TransferView of(Story story, UUID id, Officer officer, Locale locale) {
        RecordedDecision decision = DecisionReader.read(story.decision().entry());
        Optional<Catalogue> kept = catalogues.version(decision.policyVersion());
        Catalogue law = kept.orElseGet(active::current);
        Map<Oin, String> names = lookUps.names(messages, locale);
        TransferWords lines = new TransferWords(law, names, messages, locale);
        Words words = new Words(law, Voice.PROFESSIONAL, Languages.of(locale));
        Optional<String> missed = Arrivals.missedBy(story.steps());
        return new TransferView(
                head(story, decision, lines),
                Stream.concat(Stream.of(story.decision()), story.steps().stream())
                        .map(step -> TransferSteps.of(step, lines))
                        .toList(),
                looks(story.looks(), lines),
                kept.map(known -> told(decision, known, names, Languages.of(locale), missed))
                        .orElse(null),
                new FieldTable(decision, law, words, lines, missed.isEmpty()).rows(),
                decision.dataItems().stream()
                        .map(item -> words.field(item.field()))
                        .toList(),
                kept.map(known -> terms(
                                Duty.of(decision, known, Languages.of(locale)),
                                missed.isPresent(),
                                review(story, id, officer)))
                        .orElse(List.of()),
                story.related().stream()
                        .map(found -> lines.row(found, List.of()))
                        .toList(),
                story.more(),
                story.decision().kind() == LogKind.DECISION ? proofs.verify(id) : null);
    }

    private List<TransferView.Look> looks(List<Found> looks, TransferWords lines) {
        OfficerNames.Called called =
                officers.of(looks.stream().map(TransferSteps::officer).toList());
        return looks.stream()
                .map(look -> TransferSteps.look(look, lines, called))
                .toList();
    }

    private static TransferView.Head head(Story story, RecordedDecision decision, TransferWords lines) {
        Found found = story.decision();
        return new TransferView.Head(
                lines.row(found, story.steps()),
                decision.exchangeType(),
                decision.findings().stream()
                        .map(finding -> finding.article())
                        .distinct()
                        .toList(),
                decision.policyVersion(),
                found.hashText());
    }

    private TransferView.Told told(
            RecordedDecision decision,
            Catalogue law,
            Map<Oin, String> names,
            Language language,
            Optional<String> missed) {
        Function<Oin, Optional<String>> named = oin -> Optional.ofNullable(names.get(oin));
        Optional<Paragraph> sentence = missed.map(reason -> arrivals.told(reason, language));
        return new TransferView.Told(
                Narrator.tell(decision, law, Voice.PROFESSIONAL, language, named, sentence),
                Narrator.tell(decision, law, Voice.RESIDENT, language, named, sentence),
                PlainList.of(new TechnicalAccount(decision, law, language, missed).members(true)));
    }

    /** @param review where a verdict is given; empty for nowhere */
    private List<TransferView.Term> terms(List<Duty> duties, boolean missed, String review) {
        LocalDate today = Days.of(clock.instant());
        return duties.stream()
                .map(duty -> new TransferView.Term(
                        duty.text(),
                        !duty.isReview() && !missed && duty.due().isBefore(today),
                        !duty.isReview() && missed,
                        duty.isReview(),
                        duty.isReview() ? review : "",
                        duty.article()))
                .toList();
    }

    /** Nobody judges a question that sent nothing. */
    private static String review(Story story, UUID id, Officer officer) {
        boolean isJudged = story.decision().kind() == LogKind.DECISION && ConsolePage.REVIEW.isOpenTo(officer.roles());
        return isJudged ? ConsolePage.REVIEW.path() + "/" + id : "";
    }
}
