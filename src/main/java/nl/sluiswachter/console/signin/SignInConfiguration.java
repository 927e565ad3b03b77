package nl.sluiswachter.console.signin;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.Arrays;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Destination;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.security.ConsoleDoor;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.settings.TextFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who gets into which page of the console. What no page is named for is denied. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final String CSRF_COOKIE = "__Host-sluiswachter-form";

    @Bean
    Reception reception(GatewaySettings settings, Environment environment, Clock clock) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        return new Reception(demo, settings.console().issuer() != null, clock);
    }

    @Bean
    OfficerInSession officerInSession(GatewaySettings settings, Clock clock) {
        return new OfficerInSession(new ProviderOfficers(settings.console().rolesClaim(), clock));
    }

    @Bean
    @Order(0)
    SecurityFilterChain consoleChain(
            HttpSecurity http, ConsoleDoor door, OfficerInSession officers, GatewaySettings settings) throws Exception {
        http.securityMatcher(ConsoleDoor::leadsTo)
                .securityContext(context -> context.securityContextRepository(officers))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(SignInConfiguration::rights)
                .exceptionHandling(turnedAway ->
                        turnedAway.authenticationEntryPoint(new ToSignIn()).accessDeniedHandler(new NotForYou()));
        if (settings.console().issuer() != null) {
            throughProvider(http, settings.console());
        }
        for (Filter filter : door.filters()) {
            http.addFilterBefore(filter, DisableEncodeUrlFilter.class);
        }
        return http.build();
    }

    private static void throughProvider(HttpSecurity http, GatewaySettings.Console console) throws Exception {
        String secret = TextFile.read("sluiswachter.console.client-secret", console.clientSecret());
        http.oauth2Login(login -> login.clientRegistrationRepository(
                        new Provider(console.issuer(), console.clientId(), secret))
                .authorizedClientRepository(new NoTokens())
                .loginPage("/console/sign-in")
                .authorizationEndpoint(away -> away.baseUri(Provider.AWAY))
                .redirectionEndpoint(back -> back.baseUri(Provider.BACK))
                .successHandler((request, response, officer) -> response.sendRedirect(Destination.kept(request)))
                .failureHandler((request, response, reason) -> response.sendRedirect("/console/sign-in?failed")));
    }

    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(HttpMethod.GET, "/console/assets/**").permitAll();
        requests.requestMatchers("/console/sign-in", "/console/sign-in/provider", "/console/signed-out")
                .permitAll();
        requests.requestMatchers("/console", "/console/sign-out", "/console/ground")
                .authenticated();
        Arrays.stream(ConsolePage.values()).forEach(page -> requests.requestMatchers(of(page))
                .hasAnyAuthority(page.roles().stream().map(Role::name).toArray(String[]::new)));
        requests.anyRequest().denyAll();
    }

    private static RequestMatcher of(ConsolePage page) {
        return request ->
                ConsolePage.at(request.getServletPath()).filter(page::equals).isPresent();
    }

    /** In a cookie of this host, so that a visitor who has not signed in costs no session. */
    private static CsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(true).httpOnly(true).sameSite("Strict"));
        return tokens;
    }
}
