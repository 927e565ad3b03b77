package nl.sluiswachter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluiswachter.api.Caller;
import nl.sluiswachter.api.ProblemException;
import nl.sluiswachter.party.Party;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request through only with an identified party, which becomes the principal. */
final class IdentityFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityFilter.class);
    private static final Set<String> DECIDING = Set.of("/v1/transfers", "/v1/decisions");
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final Map<Surface, Door> doors;
    private final Identification identification;
    private final RefusalLog refusals;

    IdentityFilter(Map<Surface, Door> doors, Identification identification, RefusalLog refusals) {
        this.doors = Map.copyOf(doors);
        this.identification = identification;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Party party = identify(request);
        request.setAttribute(Caller.ATTRIBUTE, party);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PartyAuthentication(party));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private Party identify(HttpServletRequest request) {
        Surface surface = Surface.of(request).orElseThrow();
        List<X509Certificate> sent = certificates(request);
        try {
            return identification.identify(doors.get(surface), sent);
        } catch (NotLetIn e) {
            refusals.write(surface, e.refusal(), sent);
            throw new ProblemException(DoorProblem.NOT_AUTHENTICATED.problem());
        } catch (DataAccessException e) {
            LOG.error("The party register cannot be read: {}", e.getClass().getName());
            throw new ProblemException(unavailable(request).problem());
        }
    }

    /** The register and the log are in one database: what asks for a decision is told that it cannot be written down. */
    private static DoorProblem unavailable(HttpServletRequest request) {
        boolean decides = "POST".equals(request.getMethod()) && DECIDING.contains(request.getRequestURI());
        return decides ? DoorProblem.TRANSACTION_LOG_WRITE_ERROR : DoorProblem.DATABASE_UNAVAILABLE;
    }

    private static List<X509Certificate> certificates(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] sent ? List.of(sent) : List.of();
    }
}
