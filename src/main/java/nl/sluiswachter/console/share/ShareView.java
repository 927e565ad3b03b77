package nl.sluiswachter.console.share;

import java.util.List;
import nl.sluiswachter.explanation.Account;

/**
 * The form as far as it goes, and the answer once there is one.
 *
 * @param from who could be the sender
 * @param to who could be the receiver of this sender; empty until it is known
 * @param types what could be exchanged between them
 * @param rule what is asked besides; null until the type is known
 * @param answer null until everything is known
 */
record ShareView(List<Choice> from, List<Choice> to, List<Choice> types, Ask rule, Answer answer) {

    ShareView {
        from = List.copyOf(from);
        to = List.copyOf(to);
        types = List.copyOf(types);
    }

    /** One thing that can be chosen. */
    record Choice(String code, String text, boolean chosen) {}

    /** The questions of one rule. */
    record Ask(
            List<Choice> ages,
            List<Choice> data,
            List<Choice> other,
            boolean consentMatters,
            List<Choice> consent,
            List<Choice> needs,
            boolean weighingMatters,
            boolean weighed) {}

    /** Yes or no, told as it would be after a real message. */
    record Answer(boolean permit, Account account, String type) {}
}
