package nl.sluiswachter.console.review;

import java.util.List;
import java.util.Set;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.explanation.Account;
import nl.sluiswachter.report.Verdict;

/**
 * One report that held something back.
 *
 * @param transfers the first of those that were held back
 * @param more how many there are besides
 */
record HeldBackView(
        HeldBackListView.Row row,
        List<Told> transfers,
        int more,
        List<ReviewView.Said> verdicts,
        Form form,
        FormErrors errors,
        boolean overtaken,
        boolean saved) {

    HeldBackView {
        transfers = List.copyOf(transfers);
        verdicts = List.copyOf(verdicts);
    }

    /** One transfer, told to a professional; the account is null when the catalogue of that time is not here. */
    record Told(String id, String day, Account account) {}

    /** The form as far as it was filled in. */
    record Form(String reason, String reference, Set<String> transfers, int seen) {

        Form {
            transfers = Set.copyOf(transfers);
        }

        /** All that can be chosen. */
        public List<Verdict.Reason> reasons() {
            return List.of(Verdict.Reason.values());
        }
    }
}
