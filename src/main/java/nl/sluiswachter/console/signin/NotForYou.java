package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.sluiswachter.api.Problem;
import nl.sluiswachter.api.ProblemException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What somebody is told who is signed in and may not do this, or whose form is not from here. */
final class NotForYou implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) {
        throw new ProblemException(
                reason instanceof CsrfException
                        ? Problem.of(403, "FORM_EXPIRED", "The form is too old", "Open the page again.")
                        : Problem.of(403, "FORBIDDEN", "Not allowed", "This page is not for your role."));
    }
}
