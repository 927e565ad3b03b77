package nl.sluiswachter.console.review;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.form.Typed;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.report.Verdict;

/**
 * A verdict on a report as it was filled in.
 *
 * @param reason also says the outcome
 * @param transfers that are opened
 * @param seen how many verdicts the page showed
 */
record HeldBackForm(String reason, String reference, Set<String> transfers, String seen) {

    /**
     * The verdict; empty when something is wrong, which is then added.
     *
     * @param held the transfers of the report; to keep all of them closed none need be named
     */
    Optional<Verdict> verdict(Set<UUID> held, String officer, Oin by, FormErrors errors) {
        Optional<Verdict.Reason> why =
                Typed.choice(Verdict.Reason.class, reason).or(() -> errors.add("reason", "review.error.reason"));
        Optional<String> file = Typed.reference(reference, "reference", errors);
        Set<UUID> named =
                held.stream().filter(id -> transfers.contains(id.toString())).collect(Collectors.toSet());
        boolean opensNothing = named.isEmpty()
                && !held.isEmpty()
                && why.filter(one -> one.outcome() == Verdict.Outcome.DISCLOSE).isPresent();
        if (opensNothing) {
            errors.add("transfers", "review.error.transfers");
        }
        return errors.isEmpty()
                ? Optional.of(new Verdict(
                        why.orElseThrow().outcome(),
                        why.orElseThrow(),
                        file.orElseThrow(),
                        named.isEmpty() ? held : named,
                        by,
                        Optional.of(officer)))
                : Optional.empty();
    }

    /** How many verdicts the officer knew of; -1 for no number, which is never right. */
    int number() {
        return VerdictForm.number(seen);
    }
}
