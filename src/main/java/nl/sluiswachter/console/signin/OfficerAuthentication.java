package nl.sluiswachter.console.signin;

import jakarta.servlet.ServletRequest;
import java.util.Collection;
import java.util.Optional;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** An officer as Spring Security sees one. */
public final class OfficerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private static final String FOUND = OfficerAuthentication.class.getName() + ".found";

    private final transient Officer officer;

    public OfficerAuthentication(Officer officer) {
        super(authorities(officer));
        this.officer = officer;
        setAuthenticated(true);
    }

    /** Who does this; empty for nobody who signed in. */
    public static Optional<Officer> signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof OfficerAuthentication known
                ? Optional.of(known.getPrincipal())
                : Optional.empty();
    }

    /** Keeps with the request whom the session named, for who answers it when all that knew it is done. */
    static void found(Officer officer, ServletRequest request) {
        request.setAttribute(FOUND, officer);
    }

    /** Whom the session named while this request was dealt with; empty for nobody, and where it came to no session. */
    public static Optional<Officer> foundFor(ServletRequest request) {
        return Optional.ofNullable((Officer) request.getAttribute(FOUND));
    }

    @Override
    public Officer getPrincipal() {
        return officer;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return officer.id();
    }

    private static Collection<GrantedAuthority> authorities(Officer officer) {
        return officer.roles().stream()
                .map(Role::name)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
