package nl.sluiswachter.api;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.report.ReportReviews;
import nl.sluiswachter.report.ReportReviews.Review;
import nl.sluiswachter.report.ReportReviews.Reviewer;
import nl.sluiswachter.report.Verdict;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Place;

/** The calls under {@code /v1/report-reviews}: what reports held back, for somebody else than who gave them. */
public final class ReportReviewEndpoint {

    private static final int DEFAULT_LIMIT = 25;
    private static final int LARGEST_LIMIT = 100;
    private static final int MOST_TRANSFERS = 250;
    private static final int CREATED = 201;

    private final ReportReviews reviews;
    private final Cursors cursors;
    private final StrictJson json;

    ReportReviewEndpoint(ReportReviews reviews, Cursors cursors, StrictJson json) {
        this.reviews = reviews;
        this.cursors = cursors;
        this.json = json;
    }

    /** {@code GET /v1/report-reviews}: the newest first. */
    public Answer list(Request request) {
        Oin viewer = Municipal.oin(request);
        Complaints complaints = new Complaints();
        Optional<Place> after = cursor(request, viewer, complaints);
        int limit = limit(request, complaints);
        complaints.throwIfAny();
        ReportReviews.Reviews page = reviews.list(Reviewer.system(viewer), request.call(), after, limit);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("reviews", page.reviews().stream().map(this::members).toList());
        answer.put(
                "nextCursor",
                page.next().map(place -> cursors.text(place, viewer)).orElse(null));
        return Answer.json(200, json.write(answer));
    }

    /** {@code POST /v1/report-reviews/{id}/verdict}: 404 also for who gave the report. */
    public Answer judge(Request request) {
        Oin judge = Municipal.oin(request);
        Review review = cursors.parseReview(request.path().getOrDefault("id", ""))
                .flatMap(place -> reviews.find(place, Reviewer.system(judge)))
                .orElseThrow(RegisterProblems::notFound);
        Body body = Body.of(json.read(request.body()));
        Optional<Verdict.Outcome> outcome = body.required("verdict").choice(Verdict.Outcome.class);
        Optional<Verdict.Reason> reason = body.required("reason").choice(Verdict.Reason.class);
        if (outcome.isPresent() && reason.isPresent() && !reason.get().fits(outcome.get())) {
            body.refuse("reason", "OTHER_VERDICT", "A reason that goes with the verdict is expected.");
        }
        Optional<String> reference = body.required("reference").reference();
        Set<UUID> transfers = transfers(body.required("transfers"), review);
        body.check();
        Verdict verdict = new Verdict(
                outcome.orElseThrow(),
                reason.orElseThrow(),
                reference.orElseThrow(),
                transfers,
                judge,
                Optional.empty());
        reviews.judge(review, verdict);
        return Answer.json(CREATED, json.write(members(verdict)));
    }

    private static Set<UUID> transfers(Member member, Review review) {
        Set<UUID> transfers = new HashSet<>();
        for (Member element : member.list(0, MOST_TRANSFERS)) {
            element.uuid()
                    .filter(id -> review.transfers().contains(id)
                            || element.refused("NOT_HELD_BACK", "A transfer of this review is expected.")
                                    .isPresent())
                    .ifPresent(transfers::add);
        }
        return transfers;
    }

    private Map<String, Object> members(Review review) {
        Found report = review.report();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reviewId", cursors.review(report.place()));
        json.put("givenAt", report.place().at().toString());
        if (report.isDamaged()) {
            json.put("damaged", true);
            return json;
        }
        json.put("givenBy", report.text("party").orElseThrow());
        for (String member : new String[] {"ground", "reference", "from", "until"}) {
            json.put(member, report.entry().path("detail").path(member).asText());
        }
        json.put("heldBack", review.heldBack());
        json.put(
                "transfers",
                review.transfers().stream().map(UUID::toString).sorted().toList());
        json.put(
                "verdicts",
                review.verdicts().stream().map(ReportReviewEndpoint::verdict).toList());
        return json;
    }

    private static Map<String, Object> verdict(Found found) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (found.isDamaged()) { // its moment, at each report to the same person, would tell that they are
            json.put("damaged", true);
            return json;
        }
        json.put("at", found.place().at().toString());
        json.put("by", found.text("party").orElseThrow());
        for (String member : new String[] {"verdict", "reason", "reference"}) {
            json.put(member, found.entry().path("detail").path(member).asText());
        }
        json.put(
                "transfers",
                ReportReviews.transfers(found).stream()
                        .map(UUID::toString)
                        .sorted()
                        .toList());
        return json;
    }

    private static Map<String, Object> members(Verdict verdict) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("by", verdict.by().value());
        json.put("verdict", verdict.outcome().name());
        json.put("reason", verdict.reason().name());
        json.put("reference", verdict.reference());
        json.put(
                "transfers",
                verdict.transfers().stream().map(UUID::toString).sorted().toList());
        return json;
    }

    private Optional<Place> cursor(Request request, Oin viewer, Complaints complaints) {
        String text = request.query().get("cursor");
        Optional<Place> place = Optional.ofNullable(text).flatMap(given -> cursors.parse(given, viewer));
        if (text != null && place.isEmpty()) {
            complaints.add("cursor", "NOT_A_CURSOR", "The nextCursor of an earlier answer is expected, unchanged.");
        }
        return place;
    }

    private static int limit(Request request, Complaints complaints) {
        String text = request.query().getOrDefault("limit", Integer.toString(DEFAULT_LIMIT));
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            complaints.add("limit", "OUT_OF_RANGE", "A number from 1 to " + LARGEST_LIMIT + " is expected.");
        }
        return limit;
    }
}
