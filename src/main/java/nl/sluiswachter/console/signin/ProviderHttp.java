package nl.sluiswachter.console.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLParameters;
import nl.sluiswachter.kernel.crypto.TlsTrust;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** Asks the provider of identities: over TLS, within a few seconds, and follows nobody elsewhere. */
final class ProviderHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final ClientHttpRequestFactory requests;

    private ProviderHttp(ClientHttpRequestFactory requests) {
        this.requests = requests;
    }

    /**
     * @param trust CA certificates to believe, PEM; null for those of the JDK
     * @throws IllegalStateException when the file holds none
     */
    static ProviderHttp trusting(Path trust) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(PROTOCOLS);
        HttpClient.Builder client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).sslParameters(parameters);
        try {
            if (trust != null) {
                client.sslContext(TlsTrust.in(trust));
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The file of sluiswachter.console.issuer-trust cannot be read as PEM", e);
        }
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client.build());
        requests.setReadTimeout(PATIENCE);
        return new ProviderHttp(requests);
    }

    /**
     * What the provider says about itself (OpenID Connect Discovery 1.0, 4.3).
     *
     * @throws RuntimeException when it does not answer, or says to be another
     */
    Map<String, Object> discovery(URI issuer) {
        Map<String, Object> answer = RestClient.builder()
                .requestFactory(requests)
                .build()
                .get()
                .uri(URI.create(issuer + DISCOVERY))
                .retrieve()
                .body(OBJECT);
        if (!issuer.toString().equals(Objects.requireNonNull(answer).get("issuer"))) {
            throw new IllegalStateException("The provider of identities says to be another than its address");
        }
        return answer;
    }

    /** Exchanges codes for tokens. */
    RestClient forTokens() {
        return RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** Fetches the provider's keys. */
    RestOperations forKeys() {
        return new RestTemplate(requests);
    }
}
