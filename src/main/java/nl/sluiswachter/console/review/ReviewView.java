package nl.sluiswachter.console.review;

import java.util.List;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.explanation.Account;
import nl.sluiswachter.transferlog.task.ReviewVerdict;

/**
 * One review.
 *
 * @param account the story, for a professional; null when the catalogue of that time is not here
 * @param articles on which it went
 * @param verdicts the oldest first
 * @param form what was filled in
 * @param overtaken whether somebody judged it while the form was open
 * @param saved whether the reader just judged it
 */
record ReviewView(
        ReviewListView.Row row,
        Account account,
        List<String> articles,
        List<Said> verdicts,
        Form form,
        FormErrors errors,
        boolean overtaken,
        boolean saved) {

    ReviewView {
        articles = List.copyOf(articles);
        verdicts = List.copyOf(verdicts);
    }

    /** What somebody judged. */
    record Said(String moment, String officer, String outcome, String reason, String reference) {}

    /**
     * The form as far as it was filled in.
     *
     * @param reason also says the outcome
     * @param seen how many verdicts the page showed
     */
    record Form(String reason, String reference, int seen) {

        /** All that can be chosen. */
        public List<ReviewVerdict.Reason> reasons() {
            return List.of(ReviewVerdict.Reason.values());
        }
    }
}
