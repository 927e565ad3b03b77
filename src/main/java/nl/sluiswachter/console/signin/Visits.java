package nl.sluiswachter.console.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.kernel.crypto.PayloadTampered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * Keeps of a visitor what has to be known when the provider of identities sends them back, sealed in a cookie of theirs: anybody may
 * begin to sign in as often as they like, and the database has nothing of it.
 */
final class Visits implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** A browser sends it over TLS only, and takes it from this host only (RFC 6265bis, 4.1.3.2). */
    static final String COOKIE = "__Host-sluiswachter-visit";

    /** How long a visitor may be away. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String ENDED = Visits.class.getName();
    private static final List<String> ENVELOPE = List.of("console visit");
    private static final int WRAPPED_KEY = 40;
    private static final Duration OF_THE_BROWSER = Duration.ofSeconds(-1);

    private final ClientRegistrationRepository provider;
    private final PayloadCipher cipher;
    private final Clock clock;

    Visits(ClientRegistrationRepository provider, PayloadCipher cipher, Clock clock) {
        this.provider = provider;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The visit that this request ends; empty for a request that ends none. */
    static Optional<Visit> ended(HttpServletRequest request) {
        return Optional.ofNullable((Visit) request.getAttribute(ENDED));
    }

    /** Null for whoever was not sent from here, comes back too late, or with an answer to another question. */
    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return visit(request).map(this::request).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        Visit visit = Visit.of(asked, clock.instant().plus(LONGEST));
        PayloadCipher.Sealed sealed = cipher.seal(ENVELOPE, visit.text().getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(sealed.wrappedKey(), WRAPPED_KEY + sealed.ciphertext().length);
        System.arraycopy(sealed.ciphertext(), 0, both, WRAPPED_KEY, sealed.ciphertext().length);
        set(response, Base64.getUrlEncoder().withoutPadding().encodeToString(both), OF_THE_BROWSER);
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<Visit> visit = visit(request);
        visit.ifPresent(known -> {
            request.setAttribute(ENDED, known);
            set(response, "", Duration.ZERO);
        });
        return visit.map(this::request).orElse(null);
    }

    private OAuth2AuthorizationRequest request(Visit visit) {
        return visit.request(provider.findByRegistrationId(Provider.NAME));
    }

    private Optional<Visit> visit(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(this::opened)
                .filter(visit -> visit.until().isAfter(clock.instant()))
                .filter(visit -> visit.state().equals(request.getParameter(OAuth2ParameterNames.STATE)));
    }

    private Optional<Visit> opened(String cookie) {
        try {
            byte[] both = Base64.getUrlDecoder().decode(cookie);
            byte[] ciphertext = Arrays.copyOfRange(both, WRAPPED_KEY, both.length);
            PayloadCipher.Sealed sealed = new PayloadCipher.Sealed(Arrays.copyOf(both, WRAPPED_KEY), ciphertext);
            return Optional.of(Visit.read(new String(cipher.open(ENVELOPE, sealed), StandardCharsets.UTF_8)));
        } catch (PayloadTampered | IllegalArgumentException | ArrayIndexOutOfBoundsException e) { // none of ours
            return Optional.empty();
        }
    }

    private static void set(HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax") // the provider sends the browser back here
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
