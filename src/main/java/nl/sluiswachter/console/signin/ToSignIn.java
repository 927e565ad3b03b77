package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.sluiswachter.console.Destination;
import nl.sluiswachter.console.session.SealedSessions;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends whoever is not signed in to where that is done, and remembers where they wanted to be. Of somebody whose session is over
 * it keeps the form they sent; of a stranger nothing.
 */
final class ToSignIn implements AuthenticationEntryPoint {

    private final SealedSessions sessions;
    private final KeptForms forms;

    ToSignIn(SealedSessions sessions, KeptForms forms) {
        this.sessions = sessions;
        this.forms = forms;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        String back = isPart(request) ? Destination.ofForm(request) : Destination.of(request);
        if (request.getMethod().equals("POST")) {
            back = officer(request).map(officer -> forms.keep(officer, request)).orElse(back);
        }
        send(request, response, address(back, ""));
    }

    private Optional<String> officer(HttpServletRequest request) {
        return Optional.ofNullable(request.getRequestedSessionId())
                .flatMap(id -> sessions.over(id, KeptForms.KEEP))
                .flatMap(OfficerInSession::idIn);
    }

    /**
     * Of the page to sign in.
     *
     * @param back where to go then
     * @param flags of the page; may be empty
     */
    static String address(String back, String flags) {
        String flagged = flags.isEmpty() ? "" : "&" + flags;
        return "/console/sign-in?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8) + flagged;
    }

    private static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** Sends the whole page there, also when only a part of it was asked for. */
    static void send(HttpServletRequest request, HttpServletResponse response, String address) {
        if (isPart(request)) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(
                    HttpServletResponse.SC_NO_CONTENT); // an error would be made into a page without the header
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", address);
        }
    }
}
