package nl.sluiswachter.transferlog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.catalogue.ObligationRule;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.Decision;
import nl.sluiswachter.transfer.Nature;
import nl.sluiswachter.transfer.Submitted;

/**
 * What a permit leaves for somebody to do.
 *
 * @param code of the obligation, or {@link #SECRECY_SET_ASIDE}
 * @param due its last day; empty where no rule gives one
 */
record Task(String code, Optional<LocalDate> due) {

    /** The sender set its secrecy aside after a weighing. No rule orders a review; nobody else would look at it. */
    static final String SECRECY_SET_ASIDE = "SECRECY_SET_ASIDE";

    /** Whether an officer looks at it afterwards; else the sender has to do it. */
    boolean isReview() {
        return code.equals(ObligationRule.HUMAN_REVIEW) || code.equals(SECRECY_SET_ASIDE);
    }

    /** Those of a decision: none of a refusal, a dry run or a canary. */
    static List<Task> of(Decided decided) {
        if (decided.submitted().nature() != Nature.TRANSFER
                || !(decided.decision() instanceof Decision.Permit permit)) {
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        permit.obligations().forEach(duty -> tasks.add(new Task(duty.code(), Optional.of(duty.due()))));
        if (isWeighed(decided.submitted()) && tasks.stream().noneMatch(Task::isReview)) {
            tasks.add(new Task(SECRECY_SET_ASIDE, Optional.empty()));
        }
        return tasks;
    }

    private static boolean isWeighed(Submitted submitted) {
        return submitted.rule().secrecy().yieldsToWeighing()
                && submitted.message().circumstances().isWeighed();
    }
}
