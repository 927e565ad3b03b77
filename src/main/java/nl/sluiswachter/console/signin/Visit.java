package nl.sluiswachter.console.signin;

import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * Somebody on the way to the provider of identities and back.
 *
 * @param state by which their return is known (RFC 6749, 10.12)
 * @param nonce that their token has to answer to
 * @param verifier that only who began can show (RFC 7636)
 * @param back where the provider sends them
 * @param to page of the console where they wanted to be
 * @param fresh whether they have to prove who they are anew
 * @param until when it is too late to come back
 */
record Visit(String state, String nonce, String verifier, String back, String to, boolean fresh, Instant until) {

    /** Attributes of a request to the provider: what the console adds to it. */
    static final String TO = "console.to";

    static final String FRESH = "console.fresh";

    private static final String SEPARATOR = "\n";
    private static final int PARTS = 7;

    static Visit of(OAuth2AuthorizationRequest request, Instant until) {
        return new Visit(
                request.getState(),
                request.getAttribute(OidcParameterNames.NONCE),
                request.getAttribute(PkceParameterNames.CODE_VERIFIER),
                request.getRedirectUri(),
                request.getAttribute(TO),
                request.getAttribute(FRESH),
                until);
    }

    /** What was written by {@link #text}. */
    static Visit read(String text) {
        String[] parts = text.split(SEPARATOR, PARTS);
        return new Visit(
                parts[0],
                parts[1],
                parts[2],
                parts[3],
                parts[4],
                Boolean.parseBoolean(parts[5]),
                Instant.parse(parts[PARTS - 1]));
    }

    /** In one text; no part has a line break. */
    String text() {
        return String.join(
                SEPARATOR, List.of(state, nonce, verifier, back, to, Boolean.toString(fresh), until.toString()));
    }

    /** The request as it was, as far as its answer is judged by it. */
    OAuth2AuthorizationRequest request(ClientRegistration provider) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(provider.getProviderDetails().getAuthorizationUri())
                .clientId(provider.getClientId())
                .redirectUri(back)
                .scopes(provider.getScopes())
                .state(state)
                .attributes(attributes -> {
                    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, provider.getRegistrationId());
                    attributes.put(OidcParameterNames.NONCE, nonce);
                    attributes.put(PkceParameterNames.CODE_VERIFIER, verifier);
                })
                .build();
    }
}
