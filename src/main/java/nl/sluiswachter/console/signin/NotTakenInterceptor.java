package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.form.FormErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.lang.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Keeps a form that a page answers, and what that says is wrong with it, for its other language; a form that was taken leads to
 * another page.
 */
final class NotTakenInterceptor implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(NotTakenInterceptor.class);

    private final KeptForms forms;

    NotTakenInterceptor(KeptForms forms) {
        this.forms = forms;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (!request.getMethod().equals("POST")) {
            return;
        }
        OfficerAuthentication.signedIn().map(Officer::id).ifPresent(officer -> {
            try {
                remember(officer, request, answer);
            } catch (DataAccessException e) {
                LOG.warn(
                        "What was wrong with a form was not kept for the other language: {}",
                        e.getClass().getName());
            }
        });
    }

    private void remember(String officer, HttpServletRequest request, @Nullable ModelAndView answer) {
        if (isPage(answer)) {
            forms.keepNotTaken(officer, request, errors(answer));
        } else {
            forms.forgetNotTaken(officer, request);
        }
    }

    /** None on a page that tells in another way what is wrong. */
    private static FormErrors errors(ModelAndView answer) {
        return answer.getModel().get(FormErrors.ATTRIBUTE) instanceof FormErrors errors ? errors : FormErrors.none();
    }

    private static boolean isPage(ModelAndView answer) {
        return answer != null
                && answer.getViewName() != null
                && !answer.getViewName().startsWith("redirect:");
    }
}
