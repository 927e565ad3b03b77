package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.sluiswachter.api.Problem;
import nl.sluiswachter.api.ProblemException;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.NotHere;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What somebody is told who is signed in and may not do this, mistyped the address, or whose form is not from here. */
final class NotForYou implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) {
        if (reason instanceof CsrfException) {
            throw new ProblemException(Problem.of(403, "FORM_EXPIRED", "The form is too old", "Open the page again."));
        }
        if (ConsolePage.at(request.getServletPath()).isEmpty()) {
            throw new NotHere();
        }
        throw new ProblemException(Problem.of(403, "FORBIDDEN", "Not allowed", "This page is not for your role."));
    }
}
