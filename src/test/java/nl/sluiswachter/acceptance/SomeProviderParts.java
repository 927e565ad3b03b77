package nl.sluiswachter.acceptance;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import nl.sluiswachter.acceptance.SomeProvider.Mischief;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Of what {@link SomeProvider} is made. Not annotated as configuration: no scan may find it. */
@EnableWebSecurity
class SomeProviderParts {

    private static final String ID_TOKEN = "id_token";

    /** The console, as the provider knows it. */
    record Client(String back, String secret) {}

    @Bean
    DelegatingFilterProxyRegistrationBean security() {
        return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    }

    @Bean
    ServletRegistrationBean<HttpServlet> nothingElse() {
        return new ServletRegistrationBean<>(new HttpServlet() {}, "/");
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, SomeProvider provider) throws Exception {
        OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, protocol -> protocol.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .addFilterAfter(new Prompt(provider), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return name -> User.withUsername(name)
                .password("{noop}" + SomeProvider.PASSWORD)
                .authorities("person")
                .build();
    }

    @Bean
    RegisteredClientRepository clients(Client console) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
                .clientId(SomeProvider.CLIENT)
                .clientSecret("{noop}" + console.secret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(console.back())
                .postLogoutRedirectUri(console.back().replace("/oauth2/back", "/signed-out"))
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build());
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokens(JWKSource<SecurityContext> keys, SomeProvider provider) {
        JwtGenerator generator = new JwtGenerator(new NimbusJwtEncoder(keys));
        generator.setJwtCustomizer(context -> customize(context, provider));
        return context -> {
            Jwt token = generator.generate(context);
            boolean altered = token != null
                    && provider.mischief() == Mischief.ALTERED
                    && context.getTokenType().getValue().equals(ID_TOKEN);
            return altered ? altered(token) : token;
        };
    }

    private static void customize(JwtEncodingContext context, SomeProvider provider) {
        if (!context.getTokenType().getValue().equals(ID_TOKEN)) {
            return;
        }
        String name = context.getPrincipal().getName();
        JwtClaimsSet.Builder claims = context.getClaims();
        claims.claim("roles", provider.rolesOf(name)).claim("name", provider.nameOf(name));
        switch (provider.mischief()) {
            case OTHER_ISSUER -> claims.issuer("https://elders.example");
            case OTHER_AUDIENCE -> claims.audience(List.of("another-client"));
            case OTHER_NONCE -> claims.claim("nonce", "another");
            case EXPIRED ->
                claims.issuedAt(Instant.now().minus(2, ChronoUnit.HOURS))
                        .expiresAt(Instant.now().minus(1, ChronoUnit.HOURS));
            case NO_TIME_OF_PROOF -> claims.claims(all -> all.remove("auth_time"));
            case EMPTY_SUBJECT -> claims.subject("");
            case LONG_SUBJECT -> claims.subject("x".repeat(256));
            case CONTROL_IN_SUBJECT -> claims.subject("mi\u0007na");
            case ACCENT_IN_SUBJECT -> claims.subject("min\u00e9");
            default -> {}
        }
    }

    /** The same signature under more roles. */
    private static Jwt altered(Jwt token) {
        String[] parts = token.getTokenValue().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"professional\"", "\"privacy-officer\"");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return new Jwt(
                String.join(".", parts),
                token.getIssuedAt(),
                token.getExpiresAt(),
                token.getHeaders(),
                token.getClaims());
    }

    /** {@code prompt=login}, which the server itself does not know: whoever is asked for new proof is signed out first. */
    private static final class Prompt extends OncePerRequestFilter {

        private static final String PROVED = "proved";

        private final SomeProvider provider;

        private Prompt(SomeProvider provider) {
            this.provider = provider;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean asked =
                    "login".equals(request.getParameter("prompt")) && provider.mischief() != Mischief.NO_NEW_PROOF;
            HttpSession session = request.getSession(false);
            String state = request.getParameter("state");
            if (asked && (session == null || !state.equals(session.getAttribute(PROVED)))) {
                if (session != null) {
                    session.invalidate();
                }
                SecurityContextHolder.clearContext();
                request.getSession(true).setAttribute(PROVED, state);
            }
            chain.doFilter(request, response);
        }
    }
}
