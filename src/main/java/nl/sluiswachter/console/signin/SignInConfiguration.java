package nl.sluiswachter.console.signin;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Destination;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.console.session.SealedSessions;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.security.ConsoleDoor;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.settings.TextFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets into which page of the console. What no page is named for is denied. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final String CSRF_COOKIE = "__Host-sluiswachter-form";

    @Bean
    Reception reception(GatewaySettings settings, Environment environment, Clock clock, ProviderHttp http) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        return new Reception(demo, provider(settings.console(), http), clock);
    }

    private static Optional<Provider> provider(GatewaySettings.Console console, ProviderHttp http) {
        return Optional.ofNullable(console.issuer()).map(issuer -> {
            String secret = TextFile.read("sluiswachter.console.client-secret", console.clientSecret());
            return new Provider(issuer, console.clientId(), secret, http);
        });
    }

    @Bean
    ProviderHttp providerHttp(GatewaySettings settings) {
        return ProviderHttp.trusting(settings.console().issuerTrust());
    }

    @Bean
    ProviderTokens providerTokens(ProviderHttp http) {
        return new ProviderTokens(http);
    }

    @Bean
    ProviderOfficers providerOfficers(GatewaySettings settings, Clock clock) {
        return new ProviderOfficers(settings.console().rolesClaim(), clock);
    }

    @Bean
    OfficerInSession officerInSession(
            ProviderOfficers officers, SealedSessions sessions, OfficerNames names, Clock clock) {
        return new OfficerInSession(officers, sessions, names, clock);
    }

    @Bean
    KeptForms keptForms(JdbcClient jdbc, PayloadCipher cipher, Clock clock) {
        return new KeptForms(new KeptFormTable(jdbc), cipher, clock);
    }

    @Bean
    ToSignIn toSignIn(SealedSessions sessions, KeptForms forms) {
        return new ToSignIn(sessions, forms);
    }

    @Bean
    KeptFormDialect keptFormDialect() {
        return new KeptFormDialect();
    }

    @Bean
    Freshness freshness(GatewaySettings settings, Clock clock) {
        return new Freshness(settings.console().fresh(), clock);
    }

    @Bean
    WebMvcConfigurer freshInterceptor(Freshness freshness, KeptForms forms) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new FreshInterceptor(freshness, forms)).addPathPatterns("/console/**");
                registry.addInterceptor(new NotTakenInterceptor(forms)).addPathPatterns("/console/**");
            }
        };
    }

    @Bean
    ProviderSignIn providerSignIn(
            ProviderHttp http,
            ProviderOfficers officers,
            Freshness freshness,
            KeptForms forms,
            PayloadCipher cipher,
            Clock clock) {
        return new ProviderSignIn(http, officers, freshness, forms, cipher, clock);
    }

    @Bean
    @Order(0)
    SecurityFilterChain consoleChain(
            HttpSecurity http,
            ConsoleDoor door,
            OfficerInSession officers,
            ToSignIn toSignIn,
            Reception reception,
            ProviderSignIn providerSignIn)
            throws Exception {
        http.securityMatcher(ConsoleDoor::leadsTo)
                .securityContext(context -> context.securityContextRepository(officers))
                .csrf(SignInConfiguration::forms)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(SignInConfiguration::rights)
                .exceptionHandling(turnedAway ->
                        turnedAway.authenticationEntryPoint(toSignIn).accessDeniedHandler(new NotForYou()));
        if (reception.provider().isPresent()) {
            providerSignIn.open(http, reception.provider().get());
        }
        for (Filter filter : door.filters()) {
            http.addFilterBefore(filter, DisableEncodeUrlFilter.class);
        }
        return http.build();
    }

    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(HttpMethod.GET, "/console/assets/**").permitAll();
        requests.requestMatchers("/console/sign-in", "/console/sign-in/provider", "/console/signed-out")
                .permitAll();
        requests.requestMatchers(Destination.HOME, "/console/sign-out", Destination.GROUND)
                .authenticated();
        Arrays.stream(ConsolePage.values()).forEach(page -> requests.requestMatchers(of(page))
                .hasAnyAuthority(page.roles().stream().map(Role::name).toArray(String[]::new)));
        requests.anyRequest().denyAll();
    }

    private static RequestMatcher of(ConsolePage page) {
        return request ->
                ConsolePage.at(request.getServletPath()).filter(page::equals).isPresent();
    }

    /**
     * In a cookie of this host, so that a visitor who has not signed in costs no session. It outlives signing in, so that a form in
     * another tab does; and a browser sends it when the provider sends somebody back, or each return would make a new one.
     */
    private static void forms(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
        csrf.csrfTokenRepository(tokens).sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy());
    }
}
