package nl.sluiswachter.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** What a browser carries while somebody signs in elsewhere. */
class VisitsTest {

    private static final String BACK = "https://gateway.example:9443/console/oauth2/back";
    private static final String LONGEST = "/console/rules?q=" + "a".repeat(983);
    private static final ClientRegistration PROVIDER = ClientRegistration.withRegistrationId(Provider.NAME)
            .clientId("sluiswachter")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizationUri("https://provider.example/authorize")
            .tokenUri("https://provider.example/token")
            .redirectUri(BACK)
            .scope("openid", "profile")
            .build();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final Visits visits = visits(1);

    private Visits visits(int key) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        return new Visits(name -> PROVIDER, new PayloadCipher(bytes), clock);
    }

    private String away() {
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("https://provider.example/authorize")
                .clientId("sluiswachter")
                .redirectUri(BACK)
                .state("s".repeat(44))
                .attributes(Map.of(
                        OidcParameterNames.NONCE,
                        "n".repeat(128),
                        PkceParameterNames.CODE_VERIFIER,
                        "v".repeat(128),
                        Visit.TO,
                        LONGEST,
                        Visit.FRESH,
                        true))
                .build();
        MockHttpServletResponse answer = new MockHttpServletResponse();
        visits.saveAuthorizationRequest(request, new MockHttpServletRequest(), answer);
        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("__Host-sluiswachter-visit=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Max-Age", "Domain");
        return answer.getCookie(Visits.COOKIE).getValue();
    }

    private static MockHttpServletRequest back(String cookie, String state) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", Provider.BACK);
        request.setCookies(new Cookie(Visits.COOKIE, cookie));
        request.setParameter("state", state);
        return request;
    }

    private static OAuth2AuthorizationRequest found(Visits visits, MockHttpServletRequest request) {
        return visits.removeAuthorizationRequest(request, new MockHttpServletResponse());
    }

    @Test
    void knowsWhoComesBackAndWhatTheirTokenHasToAnswerTo() {
        MockHttpServletRequest request = back(away(), "s".repeat(44));
        MockHttpServletResponse answer = new MockHttpServletResponse();

        OAuth2AuthorizationRequest found = visits.removeAuthorizationRequest(request, answer);

        assertThat(found.<String>getAttribute(OidcParameterNames.NONCE)).isEqualTo("n".repeat(128));
        assertThat(found.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)).isEqualTo("v".repeat(128));
        assertThat(found.getRedirectUri()).isEqualTo(BACK);
        assertThat(found.getScopes()).isEqualTo(Set.of("openid", "profile"));
        assertThat(Visits.ended(request).orElseThrow().to()).isEqualTo(LONGEST);
        assertThat(Visits.ended(request).orElseThrow().fresh()).isTrue();
        assertThat(answer.getHeader("Set-Cookie")).contains("Max-Age=0");
    }

    @Test
    void knowsNobodyWhoComesBackTooLate() {
        String cookie = away();
        clock.pass(Visits.LONGEST.minus(Duration.ofMillis(1)));
        assertThat(found(visits, back(cookie, "s".repeat(44)))).isNotNull();

        clock.pass(Duration.ofMillis(1));

        assertThat(found(visits, back(cookie, "s".repeat(44)))).isNull();
    }

    @Test
    void knowsNobodyByTheAnswerToAnotherQuestion() {
        MockHttpServletRequest request = back(away(), "another");

        assertThat(found(visits, request)).isNull();
        assertThat(Visits.ended(request)).isEmpty();
    }

    @Test
    void takesNoCookieThatIsNotItsOwn() {
        String cookie = away();
        String altered = cookie.substring(0, 80) + (cookie.charAt(80) == 'A' ? 'B' : 'A') + cookie.substring(81);

        for (String other : new String[] {altered, "", "not base64!", "QUJD", cookie.substring(0, 60)}) {
            assertThat(found(visits, back(other, "s".repeat(44)))).as(other).isNull();
        }
        assertThat(found(visits(2), back(cookie, "s".repeat(44)))).isNull();
    }

    @Test
    void carriesNoMoreThanABrowserKeepsAndNothingThatCanBeRead() {
        assertThat(away().length()).isLessThan(4096 - 200);
        assertThat(away()).doesNotContain("nnnn").isNotEqualTo(away());
    }
}
