package nl.sluiswachter.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing out at the provider of identities as well (OpenID Connect RP-Initiated Logout 1.0): else whoever comes next to the same
 * browser is signed in by one click. For it the session keeps the identity token, which opens nothing.
 */
final class ProviderSignOut {

    /** The longest token that fits into an address; of a longer one the provider asks its user. */
    static final int LONGEST = 4_000;

    private static final String TOKEN = "identity-token";
    private static final String BACK = "/console/signed-out";

    private ProviderSignOut() {}

    /** Somebody signed in through the provider. */
    static void remember(HttpSession session, OidcUser user) {
        String token = user.getIdToken().getTokenValue();
        session.setAttribute(TOKEN, token.length() > LONGEST ? "" : token);
    }

    /** What has to be shown at the provider; empty for who did not sign in there. */
    static Optional<String> token(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(TOKEN));
    }

    /** Where that is done, and from where the provider sends the browser back; empty where it cannot be. */
    static Optional<String> address(Provider provider, String token, HttpServletRequest request) {
        return provider.endOfSessions().map(end -> {
            String back = ServletUriComponentsBuilder.fromRequest(request)
                    .replacePath(BACK)
                    .replaceQuery(null)
                    .toUriString();
            UriComponentsBuilder address = UriComponentsBuilder.fromUriString(end)
                    .queryParam("client_id", "{client}")
                    .queryParam("post_logout_redirect_uri", "{back}");
            if (!token.isEmpty()) {
                address.queryParam("id_token_hint", "{token}");
            }
            return address.encode()
                    .buildAndExpand(Map.of("client", provider.clientId(), "back", back, "token", token))
                    .toUriString();
        });
    }
}
