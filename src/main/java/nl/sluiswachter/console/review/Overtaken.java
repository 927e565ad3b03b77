package nl.sluiswachter.console.review;

import jakarta.servlet.http.HttpServletRequest;
import nl.sluiswachter.console.signin.KeptForm;
import org.springframework.ui.Model;

/** Whether a form that waits on its page was filled in before somebody else judged: its reader is told, also in the other language. */
final class Overtaken {

    private Overtaken() {}

    /** @param verdicts that there are now */
    static boolean in(Model model, HttpServletRequest request, int verdicts) {
        return KeptForm.sentTo(request.getServletPath(), model)
                .map(form -> form.text("seen"))
                .filter(seen -> !seen.equals(Integer.toString(verdicts)))
                .isPresent();
    }
}
