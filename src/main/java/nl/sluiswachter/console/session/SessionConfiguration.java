package nl.sluiswachter.console.session;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.regex.Pattern;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.settings.GatewaySettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions for the console and for nothing else. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** A browser sends it over TLS only, and takes it from this host only (RFC 6265bis, 4.1.3.2). */
    static final String COOKIE = "__Host-sluiswachter";

    private static final String ASSETS = "/console/assets/";

    /** What a page asks by itself; with this query also the page of work, for a browser without scripts. */
    private static final Pattern WATCHING = Pattern.compile("/console/(work/[^/]+/progress|transfers/newer)");

    private static final String REFRESHED = "refreshed";

    @Bean
    SealedSessions consoleSessions(JdbcClient jdbc, PayloadCipher cipher, Clock clock, GatewaySettings settings) {
        return new SealedSessions(
                new SessionTable(jdbc), cipher, clock, settings.console().idle());
    }

    @Bean
    FilterRegistrationBean<Filter> consoleSessionFilter(SealedSessions sessions) {
        FilterRegistrationBean<Filter> registration =
                new FilterRegistrationBean<>(byAddress(filter(sessions), filter(new WatchedSessions(sessions))));
        registration.addUrlPatterns("/console", "/console/*");
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }

    private static Filter filter(SessionRepository<ConsoleSession> sessions) {
        SessionRepositoryFilter<ConsoleSession> filter = new SessionRepositoryFilter<>(sessions);
        CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookie());
        filter.setHttpSessionIdResolver(ids);
        return filter;
    }

    /** Styles are everybody's, and come also when the database does not answer. */
    private static Filter byAddress(Filter used, Filter watched) {
        return (request, response, chain) -> {
            HttpServletRequest asked = (HttpServletRequest) request;
            if (asked.getRequestURI().startsWith(ASSETS)) {
                chain.doFilter(request, response);
            } else {
                (isWatching(asked) ? watched : used).doFilter(request, response, chain);
            }
        };
    }

    private static boolean isWatching(HttpServletRequest asked) {
        return asked.getMethod().equals("GET")
                && (WATCHING.matcher(asked.getRequestURI()).matches() || REFRESHED.equals(asked.getQueryString()));
    }

    /** Lax, because the provider of identities sends the browser back here. */
    private static DefaultCookieSerializer cookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
