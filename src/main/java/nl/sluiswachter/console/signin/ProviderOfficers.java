package nl.sluiswachter.console.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.party.PlainName;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes an officer of what the provider vouches for. */
final class ProviderOfficers {

    /** Of the refusal of {@link #requireSubject}. */
    static final String ODD_SUBJECT = "odd_subject";

    /** What a provider may give (OpenID Connect Core 1.0, 2: at most 255 ASCII characters), as far as people can read it. */
    private static final Pattern SUBJECT = Pattern.compile("\\p{Graph}\\p{Print}{0,254}");

    private final String rolesClaim;
    private final Clock clock;

    ProviderOfficers(String rolesClaim, Clock clock) {
        this.rolesClaim = rolesClaim;
        this.clock = clock;
    }

    /**
     * Lets nobody in whom the log and the tables could not name afterwards.
     *
     * @throws OAuth2AuthenticationException with the code {@link #ODD_SUBJECT}
     */
    static void requireSubject(OidcIdToken token) {
        if (!SUBJECT.matcher(token.getSubject()).matches()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(ODD_SUBJECT));
        }
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

    /** As a line of text, whatever somebody could have the provider call them. */
    private static String name(OidcUser user) {
        return Optional.ofNullable(user.getFullName())
                .map(PlainName::of)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> PlainName.of(user.getSubject()));
    }

    private static Set<Role> roles(Object claim) {
        Collection<?> names = claim instanceof Collection<?> many ? many : List.of(String.valueOf(claim));
        return names.stream()
                .map(String::valueOf)
                .flatMap(name -> Role.of(name).stream())
                .collect(Collectors.toSet());
    }
}
