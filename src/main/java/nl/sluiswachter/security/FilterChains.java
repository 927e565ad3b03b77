package nl.sluiswachter.security;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** One filter chain per kind of door. What fits none of them is denied. */
@Configuration(proxyBeanMethods = false)
class FilterChains {

    @Bean
    @Order(1)
    SecurityFilterChain identifiedDoors(HttpSecurity http, DoorFilters filters) throws Exception {
        bare(http, filters.identified())
                .securityMatcher(request -> asksForCertificate(request))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain openDoor(HttpSecurity http, DoorFilters filters) throws Exception {
        bare(http, filters.open())
                .securityMatcher(request -> Surface.of(request).isPresent())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    /** The management port: loopback unless moved, and no more than health and metrics. */
    @Bean
    @Order(3)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        bare(http, List.of())
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health", "prometheus"))
                        .permitAll()
                        .anyRequest()
                        .denyAll());
        return http.build();
    }

    private static boolean asksForCertificate(HttpServletRequest request) {
        return Surface.of(request).flatMap(Surface::side).isPresent();
    }

    /** Without sessions and forms there is nothing for CSRF to protect; the headers are set on every answer elsewhere. */
    private static HttpSecurity bare(HttpSecurity http, List<Filter> filters) throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        filters.forEach(filter -> http.addFilterBefore(filter, AuthorizationFilter.class));
        return http;
    }
}
