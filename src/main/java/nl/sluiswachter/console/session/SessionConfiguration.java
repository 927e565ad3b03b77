package nl.sluiswachter.console.session;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.EnumSet;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.settings.GatewaySettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions for the console and for nothing else. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** A browser sends it over TLS only, and takes it from this host only (RFC 6265bis, 4.1.3.2). */
    static final String COOKIE = "__Host-sluiswachter";

    @Bean
    SealedSessions consoleSessions(JdbcClient jdbc, PayloadCipher cipher, Clock clock, GatewaySettings settings) {
        return new SealedSessions(
                new SessionTable(jdbc), cipher, clock, settings.console().idle());
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<ConsoleSession>> consoleSessionFilter(SealedSessions sessions) {
        SessionRepositoryFilter<ConsoleSession> filter = new SessionRepositoryFilter<>(sessions);
        CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookie());
        filter.setHttpSessionIdResolver(ids);
        FilterRegistrationBean<SessionRepositoryFilter<ConsoleSession>> registration =
                new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/console", "/console/*");
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
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
