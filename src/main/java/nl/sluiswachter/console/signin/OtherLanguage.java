package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.sluiswachter.console.Officer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Who reads what is wrong with a form, and wants to read that in the other language, finds there what they had filled in. The form
 * is sent once more for that, and goes no further than this.
 */
final class OtherLanguage implements HandlerInterceptor {

    private final KeptForms forms;

    OtherLanguage(KeptForms forms) {
        this.forms = forms;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Officer> officer = OfficerAuthentication.signedIn();
        String language = request.getParameter(KeptForms.LANGUAGE);
        if (language == null || officer.isEmpty() || !request.getMethod().equals("POST")) {
            return true;
        }
        String page = forms.keep(officer.get().id(), request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", page + (page.contains("?") ? "&" : "?") + "lang=" + (language.equals("en") ? "en" : "nl"));
        return false;
    }
}
