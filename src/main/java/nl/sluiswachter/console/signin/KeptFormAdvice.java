package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.sluiswachter.console.form.FormErrors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives the page with a form that waits to be sent again what had been filled in, and what was wrong with it. */
@ControllerAdvice
class KeptFormAdvice {

    private final KeptForms forms;

    KeptFormAdvice(KeptForms forms) {
        this.forms = forms;
    }

    /** No form for any other page, and nothing wrong with it. */
    @ModelAttribute
    void kept(HttpServletRequest request, Model model) {
        Optional<KeptForm> kept = request.getMethod().equals("GET")
                ? OfficerAuthentication.signedIn().flatMap(officer -> forms.waiting(officer.id(), request))
                : Optional.empty();
        model.addAttribute(KeptFormDialect.VARIABLE, kept.orElse(null));
        model.addAttribute(
                FormErrors.ATTRIBUTE,
                kept.map(form -> FormErrors.of(form.errors(), form.because())).orElseGet(FormErrors::none));
    }
}
