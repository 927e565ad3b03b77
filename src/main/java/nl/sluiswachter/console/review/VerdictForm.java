package nl.sluiswachter.console.review;

import java.util.Optional;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.form.Typed;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.task.ReviewVerdict;

/**
 * A verdict as it was filled in.
 *
 * @param reason also says the outcome
 * @param seen how many verdicts the page showed
 */
record VerdictForm(String reason, String reference, String seen) {

    /** The verdict; empty when something is wrong, which is then added. */
    Optional<ReviewVerdict> verdict(String officer, Oin by, FormErrors errors) {
        Optional<ReviewVerdict.Reason> why =
                Typed.choice(ReviewVerdict.Reason.class, reason).or(() -> errors.add("reason", "review.error.reason"));
        Optional<String> file = Typed.reference(reference, "reference", errors);
        return why.flatMap(known -> file.map(text -> new ReviewVerdict(known.outcome(), known, text, officer, by)));
    }

    /** How many verdicts the officer knew of; -1 for no number, which is never right. */
    int number() {
        return number(seen);
    }

    static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }
}
