package nl.sluiswachter.console.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes an officer of what the provider vouches for. */
final class ProviderOfficers {

    private static final int LONGEST_NAME = 100;

    private final String rolesClaim;
    private final Clock clock;

    ProviderOfficers(String rolesClaim, Clock clock) {
        this.rolesClaim = rolesClaim;
        this.clock = clock;
    }

    /** Empty for anything that no provider vouched for. Roles that the console does not know give no right. */
    Optional<Officer> of(Authentication authentication) {
        if (authentication instanceof OfficerAuthentication known) {
            return Optional.of(known.getPrincipal());
        }
        return authentication != null && authentication.getPrincipal() instanceof OidcUser user
                ? Optional.of(officer(user))
                : Optional.empty();
    }

    /** Without a time of their proof nobody is somebody who gave it short ago, however new the token. */
    private Officer officer(OidcUser user) {
        Instant when = Optional.ofNullable(user.getAuthenticatedAt()).orElse(Instant.EPOCH);
        Instant now = clock.instant();
        return new Officer(
                user.getSubject(), name(user), roles(user.getClaim(rolesClaim)), when.isAfter(now) ? now : when);
    }

    private static String name(OidcUser user) {
        String name = Optional.ofNullable(user.getFullName()).orElseGet(user::getSubject);
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static Set<Role> roles(Object claim) {
        Collection<?> names = claim instanceof Collection<?> many ? many : List.of(String.valueOf(claim));
        return names.stream()
                .map(String::valueOf)
                .flatMap(name -> Role.of(name).stream())
                .collect(Collectors.toSet());
    }
}
