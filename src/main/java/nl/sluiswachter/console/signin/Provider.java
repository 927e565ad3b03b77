package nl.sluiswachter.console.signin;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import nl.sluiswachter.api.Problem;
import nl.sluiswachter.api.ProblemException;
import nl.sluiswachter.security.FailureFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    /** Code of the problem that it does not answer; has a page of its own. */
    static final String DOWN = "PROVIDER_DOWN";

    /** How many ask at once what it can. */
    static final int MOST_ASKING = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private final URI issuer;
    private final String clientId;
    private final String secret;
    private final ProviderHttp http;
    private final AtomicReference<ClientRegistration> known = new AtomicReference<>();
    private final Semaphore asking = new Semaphore(MOST_ASKING);

    Provider(URI issuer, String clientId, String secret, ProviderHttp http) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.secret = secret;
        this.http = http;
    }

    /** @throws ProblemException 503 when the provider does not answer */
    @Override
    public ClientRegistration findByRegistrationId(String name) {
        if (!name.equals(NAME)) {
            return null;
        }
        return Optional.ofNullable(known.get()).orElseGet(this::discover);
    }

    /**
     * Before a browser is sent to it.
     *
     * @throws ProblemException 503 when it does not answer and never did
     */
    void requireAnswer() {
        findByRegistrationId(NAME);
    }

    String clientId() {
        return clientId;
    }

    /** Where it ends sessions (OpenID Connect RP-Initiated Logout 1.0, 2.1); empty where it does not, or does not answer. */
    Optional<String> endOfSessions() {
        try {
            return Optional.ofNullable(findByRegistrationId(NAME)
                            .getProviderDetails()
                            .getConfigurationMetadata()
                            .get("end_session_endpoint"))
                    .map(String::valueOf)
                    .filter(address -> address.startsWith("https://"));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** A provider that does not answer holds up a few requests and not all of them: anybody can make one. */
    private ClientRegistration discover() {
        if (!asking.tryAcquire()) {
            throw down();
        }
        try {
            ClientRegistration registration = ClientRegistrations.fromOidcConfiguration(http.discovery(issuer))
                    .registrationId(NAME)
                    .clientId(clientId)
                    .clientSecret(secret)
                    .scope("openid", "profile")
                    .redirectUri("{baseUrl}" + BACK)
                    .build();
            known.set(registration);
            return registration;
        } catch (RuntimeException e) {
            LOG.error("The provider of identities gives no answer of use: {}", FailureFilter.description(e));
            throw down();
        } finally {
            asking.release();
        }
    }

    private static ProblemException down() {
        return new ProblemException(Problem.of(503, DOWN, "The provider does not answer", "Try again later."));
    }
}
