package nl.sluiswachter.console.signin;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The provider of identities (OpenID Connect Core 1.0). It is asked what it can when somebody signs in for the first time, so
 * that the gateway starts when the provider is down.
 */
final class Provider implements ClientRegistrationRepository {

    /** The one registration there is. */
    static final String NAME = "officers";

    /** Where the provider sends the browser back to. */
    static final String BACK = "/console/oauth2/back";

    /** Where the browser is sent to the provider. */
    static final String AWAY = "/console/oauth2/away";

    private final URI issuer;
    private final String clientId;
    private final String secret;
    private final AtomicReference<ClientRegistration> known = new AtomicReference<>();

    Provider(URI issuer, String clientId, String secret) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.secret = secret;
    }

    /** @throws RuntimeException when the provider does not answer */
    @Override
    public ClientRegistration findByRegistrationId(String name) {
        if (!name.equals(NAME)) {
            return null;
        }
        return Optional.ofNullable(known.get()).orElseGet(this::discover);
    }

    private ClientRegistration discover() {
        ClientRegistration registration = ClientRegistrations.fromOidcIssuerLocation(issuer.toString())
                .registrationId(NAME)
                .clientId(clientId)
                .clientSecret(secret)
                .scope("openid", "profile")
                .redirectUri("{baseUrl}" + BACK)
                .build();
        known.set(registration);
        return registration;
    }
}
