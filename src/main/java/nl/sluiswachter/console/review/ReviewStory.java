package nl.sluiswachter.console.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.explanation.Account;
import nl.sluiswachter.explanation.Narrator;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.report.Arrivals;
import nl.sluiswachter.transfer.CheckName;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transfer.Obligation;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecisions;
import nl.sluiswachter.transferlog.task.Judged;
import nl.sluiswachter.transferlog.task.ReviewItem;
import nl.sluiswachter.transferlog.task.Reviews;

/** One review: the story of the log entry in the words of the catalogue that was used, and what was judged of it. */
final class ReviewStory {

    private final ReviewRows rows;
    private final Reviews reviews;
    private final RecordedDecisions decisions;
    private final Catalogues catalogues;
    private final PartyRoll parties;
    private final OfficerNames officers;
    private final Arrivals arrivals;

    ReviewStory(
            ReviewRows rows,
            Reviews reviews,
            RecordedDecisions decisions,
            Catalogues catalogues,
            PartyRoll parties,
            OfficerNames officers,
            Arrivals arrivals) {
        this.rows = rows;
        this.reviews = reviews;
        this.decisions = decisions;
        this.catalogues = catalogues;
        this.parties = parties;
        this.officers = officers;
        this.arrivals = arrivals;
    }

    ReviewView of(
            ReviewItem item, ReviewView.Form form, FormErrors errors, boolean overtaken, boolean saved, Locale locale) {
        Optional<RecordedDecision> decision = decisions.find(item.transferId());
        return new ReviewView(
                rows.of(List.of(item), locale).get(0),
                decision.flatMap(known -> account(known, locale)).orElse(null),
                decision.map(ReviewStory::articles).orElse(List.of()),
                said(reviews.verdicts(item.transferId()), locale),
                form,
                errors,
                overtaken,
                saved);
    }

    private Optional<Account> account(RecordedDecision decision, Locale locale) {
        Map<Oin, String> names = parties.names(Stream.concat(Stream.of(decision.sender()), decision.receiver().stream())
                .toList());
        return catalogues
                .version(decision.policyVersion())
                .map(law -> Narrator.tell(
                        decision,
                        law,
                        Voice.PROFESSIONAL,
                        Languages.of(locale),
                        oin -> Optional.ofNullable(names.get(oin)),
                        arrivals.told(decision, Languages.of(locale))));
    }

    /** On what it went, by what secrecy was set aside, and what orders the review. */
    private static List<String> articles(RecordedDecision decision) {
        Stream<String> found = decision.findings().stream()
                .filter(finding -> finding.check() == CheckName.PURPOSE || finding.check() == CheckName.SECRECY)
                .map(Finding::article);
        Stream<String> ordered = decision.obligations().stream().map(Obligation::article);
        return Stream.concat(found, ordered).distinct().toList();
    }

    private List<ReviewView.Said> said(List<Judged> verdicts, Locale locale) {
        OfficerNames.Called called =
                officers.of(verdicts.stream().map(Judged::officer).toList());
        return verdicts.stream().map(judged -> said(judged, called, locale)).toList();
    }

    private static ReviewView.Said said(Judged judged, OfficerNames.Called called, Locale locale) {
        return new ReviewView.Said(
                Here.moment(judged.at(), locale),
                called.of(judged.officer()),
                judged.outcome().name(),
                judged.reason().name(),
                judged.reference());
    }
}
