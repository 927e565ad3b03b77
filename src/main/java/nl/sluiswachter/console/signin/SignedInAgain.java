package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.sluiswachter.console.Destination;
import nl.sluiswachter.console.Officer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Asks the provider to see the officer's proof anew where the console needs it, and believes only the time of the proof that is
 * in the token (OpenID Connect Core 1.0, 3.1.2.1: {@code prompt}, {@code max_age}; 2: {@code auth_time}). What is asked travels
 * through the browser, whose user can take it away.
 */
final class SignedInAgain implements OAuth2AuthorizationRequestResolver, AuthenticationSuccessHandler {

    private final OAuth2AuthorizationRequestResolver requests;
    private final ProviderOfficers officers;
    private final Freshness freshness;
    private final KeptForms forms;

    SignedInAgain(
            ClientRegistrationRepository provider, ProviderOfficers officers, Freshness freshness, KeptForms forms) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(provider, Provider.AWAY);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.requests = resolver;
        this.officers = officers;
        this.freshness = freshness;
        this.forms = forms;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asked(request, requests.resolve(request));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String name) {
        return asked(request, requests.resolve(request, name));
    }

    private OAuth2AuthorizationRequest asked(HttpServletRequest request, OAuth2AuthorizationRequest usual) {
        if (usual == null) {
            return null;
        }
        boolean fresh = request.getParameter("again") != null;
        return OAuth2AuthorizationRequest.from(usual)
                .attributes(attributes -> {
                    attributes.put(Visit.TO, Destination.safe(request.getParameter("to")));
                    attributes.put(Visit.FRESH, fresh);
                })
                .additionalParameters(parameters -> {
                    if (fresh) {
                        parameters.put("prompt", "login");
                        parameters.put("max_age", freshness.seconds());
                    }
                })
                .build();
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        Visit visit = Visits.ended(request).orElseThrow();
        Officer officer = officers.of(authentication).orElseThrow();
        ProviderSignOut.remember(request.getSession(), (OidcUser) authentication.getPrincipal());
        forms.flag(officer.id(), visit.to(), request);
        response.sendRedirect(
                visit.fresh() && !freshness.isFresh(officer)
                        ? ToSignIn.address(visit.to(), "again&failed")
                        : visit.to());
    }
}
