package nl.sluiswachter.console.signin;

import java.time.Clock;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** The way in through the provider of identities: authorization code flow with state, nonce and PKCE (RFC 9700). */
final class ProviderSignIn {

    private final ProviderHttp http;
    private final ProviderOfficers officers;
    private final Freshness freshness;
    private final KeptForms forms;
    private final PayloadCipher cipher;
    private final Clock clock;

    ProviderSignIn(
            ProviderHttp http,
            ProviderOfficers officers,
            Freshness freshness,
            KeptForms forms,
            PayloadCipher cipher,
            Clock clock) {
        this.http = http;
        this.officers = officers;
        this.freshness = freshness;
        this.forms = forms;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** What the provider says of somebody stands in its token; nothing else is asked of it. */
    void open(HttpSecurity security, Provider provider) throws Exception {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(http.forTokens());
        OidcUserService users = new OidcUserService();
        users.setRetrieveUserInfo(request -> false);
        SignedInAgain again = new SignedInAgain(provider, officers, freshness, forms);
        security.oauth2Login(login -> login.clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokens())
                .loginPage("/console/sign-in")
                .authorizationEndpoint(away -> away.baseUri(Provider.AWAY)
                        .authorizationRequestResolver(again)
                        .authorizationRequestRepository(new Visits(provider, cipher, clock)))
                .tokenEndpoint(token -> token.accessTokenResponseClient(tokens))
                .userInfoEndpoint(user -> user.oidcUserService(request -> {
                    ProviderOfficers.requireSubject(request.getIdToken());
                    return users.loadUser(request);
                }))
                .redirectionEndpoint(back -> back.baseUri(Provider.BACK))
                .successHandler(again)
                .failureHandler((request, response, reason) ->
                        response.sendRedirect("/console/sign-in?" + (isOddSubject(reason) ? "subject" : "failed"))));
    }

    private static boolean isOddSubject(AuthenticationException reason) {
        return reason instanceof OAuth2AuthenticationException refused
                && refused.getError().getErrorCode().equals(ProviderOfficers.ODD_SUBJECT);
    }
}
