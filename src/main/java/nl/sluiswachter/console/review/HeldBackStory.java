package nl.sluiswachter.console.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.explanation.Narrator;
import nl.sluiswachter.explanation.Paragraph;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.report.Arrivals;
import nl.sluiswachter.report.ReportReviews;
import nl.sluiswachter.report.ReportReviews.Review;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Found;

/** Reports that held something back, in words. */
final class HeldBackStory {

    /** Transfers that are told on one page. */
    static final int MOST = 25;

    private final ReportReviews reviews;
    private final Catalogues catalogues;
    private final PartyRoll parties;
    private final OfficerNames officers;
    private final Cursors cursors;
    private final Arrivals arrivals;

    HeldBackStory(
            ReportReviews reviews,
            Catalogues catalogues,
            PartyRoll parties,
            OfficerNames officers,
            Cursors cursors,
            Arrivals arrivals) {
        this.reviews = reviews;
        this.catalogues = catalogues;
        this.parties = parties;
        this.officers = officers;
        this.cursors = cursors;
        this.arrivals = arrivals;
    }

    HeldBackListView.Row row(Review review, Locale locale) {
        Found report = review.report();
        String given = Here.moment(report.place().at(), locale);
        if (report.isDamaged()) {
            return new HeldBackListView.Row("", given, "", "", List.of(), 0, true);
        }
        return new HeldBackListView.Row(
                cursors.review(report.place()),
                given,
                detail(report, "ground"),
                detail(report, "reference"),
                review.heldBack().entrySet().stream()
                        .map(held -> new HeldBackListView.Held(held.getKey(), held.getValue()))
                        .toList(),
                review.readable().size(),
                review.readable().size() < review.verdicts().size());
    }

    /** Of which transfers {@link #transfers} would tell. */
    static List<UUID> told(Review review) {
        return review.transfers().stream().sorted().limit(MOST).toList();
    }

    List<HeldBackView.Told> transfers(List<UUID> told, Locale locale) {
        List<RecordedDecision> decisions = reviews.decisions(told);
        Map<Oin, String> known = parties.names(decisions.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.sender()), one.receiver().stream()))
                .toList());
        Language language = Languages.of(locale);
        Map<UUID, Paragraph> missed = arrivals.told(decisions, language);
        return decisions.stream()
                .map(one -> new HeldBackView.Told(
                        one.transferId().toString(),
                        Here.moment(one.recordedAt(), locale),
                        catalogues
                                .version(one.policyVersion())
                                .map(law -> Narrator.tell(
                                        one,
                                        law,
                                        Voice.PROFESSIONAL,
                                        language,
                                        oin -> Optional.ofNullable(known.get(oin)),
                                        Optional.ofNullable(missed.get(one.transferId()))))
                                .orElse(null)))
                .toList();
    }

    List<ReviewView.Said> said(Review review, Locale locale) {
        OfficerNames.Called called = officers.of(review.verdicts().stream()
                .map(found -> detail(found, "officer"))
                .toList());
        Map<Oin, String> systems = parties.names(
                review.verdicts().stream().flatMap(HeldBackStory::system).toList());
        return review.verdicts().stream()
                .map(found -> new ReviewView.Said(
                        Here.moment(found.place().at(), locale),
                        system(found)
                                .map(oin -> systems.getOrDefault(oin, oin.value()))
                                .findFirst()
                                .orElseGet(() -> called.of(detail(found, "officer"))),
                        detail(found, "verdict"),
                        detail(found, "reason"),
                        detail(found, "reference")))
                .toList();
    }

    /** Which system judged, where no officer did. */
    private static Stream<Oin> system(Found found) {
        return found.text("party").filter(party -> detail(found, "officer").isEmpty()).map(Oin::new).stream();
    }

    private static String detail(Found found, String name) {
        return found.entry().path("detail").path(name).asText();
    }
}
