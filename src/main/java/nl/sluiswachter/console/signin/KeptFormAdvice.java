package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives the page with a form that waits to be sent again what had been filled in. */
@ControllerAdvice
class KeptFormAdvice {

    private final KeptForms forms;

    KeptFormAdvice(KeptForms forms) {
        this.forms = forms;
    }

    /** Null for any other page. */
    @ModelAttribute(KeptFormDialect.VARIABLE)
    @Nullable
    KeptForm kept(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? OfficerAuthentication.signedIn()
                        .flatMap(officer -> forms.waiting(officer.id(), request))
                        .orElse(null)
                : null;
    }
}
