package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.sluiswachter.console.Destination;
import nl.sluiswachter.console.Officer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds {@link Fresh}, and forgets a form that was kept once it was sent after all. */
final class FreshInterceptor implements HandlerInterceptor {

    private static final String TURNED_AWAY = FreshInterceptor.class.getName();

    private final Freshness freshness;
    private final KeptForms forms;

    FreshInterceptor(Freshness freshness, KeptForms forms) {
        this.freshness = freshness;
        this.forms = forms;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean needed = handler instanceof HandlerMethod method && method.hasMethodAnnotation(Fresh.class);
        if (!needed || freshness.isFresh(officer())) {
            return true;
        }
        request.setAttribute(TURNED_AWAY, true);
        String back =
                request.getMethod().equals("POST") ? forms.keep(officer().id(), request) : Destination.of(request);
        ToSignIn.send(request, response, ToSignIn.address(back, "again"));
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        boolean sent = request.getMethod().equals("POST") && failure == null && response.getStatus() < 500;
        if (sent && request.getAttribute(TURNED_AWAY) == null && forms.areKept(request)) {
            forms.forget(officer().id(), request);
        }
    }

    private static Officer officer() {
        return OfficerAuthentication.signedIn().orElseThrow();
    }
}
