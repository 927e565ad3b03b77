package nl.sluiswachter.console.share;

import java.util.List;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.explanation.Account;

/**
 * The form as far as it goes, and the answer once there is one.
 *
 * @param from who could be the sender
 * @param to who could be the receiver of this sender; empty until it is known
 * @param types what could be exchanged between them
 * @param danger what can be shared at once when somebody is in danger; null until that was said
 * @param rule what is asked besides; null until the type is known
 * @param errors what is missing, beside its field
 * @param answer null until everything is known
 */
record ShareView(
        List<Choice> from,
        List<Choice> to,
        List<Choice> types,
        List<WayOut> danger,
        Ask rule,
        FormErrors errors,
        Answer answer) {

    ShareView {
        from = List.copyOf(from);
        to = List.copyOf(to);
        types = List.copyOf(types);
        danger = danger == null ? null : List.copyOf(danger);
    }

    /** One thing that can be chosen. */
    record Choice(String code, String text, boolean chosen) {}

    /** An exchange that may go at once, with the question about it as an address of this page. */
    record WayOut(String title, String link) {}

    /**
     * The questions of one rule.
     *
     * @param asked what a question may ask for; empty for what is none
     */
    record Ask(
            List<Choice> ages,
            List<Choice> data,
            List<Choice> asked,
            List<Choice> other,
            boolean consentMatters,
            List<Choice> consent,
            List<Choice> needs,
            boolean weighingMatters,
            boolean weighed) {}

    /**
     * Yes or no, told as it would be after a real message.
     *
     * @param urgency how soon the exchange is meant to go, in words
     * @param unseenAge the age that was chosen, where the answer is that it is not known; else empty
     * @param consent the words to ask consent with; null where that is no way out
     */
    record Answer(boolean permit, Account account, String type, String urgency, String unseenAge, Consent consent) {}

    /** What a person is asked to agree to: who shares what with whom, and what for: the exchange and the task behind it. */
    record Consent(String sender, String receiver, String exchange, String task, List<String> data) {}
}
