package nl.sluiswachter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import nl.sluiswachter.api.ProblemException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows at each door only what belongs there; whoever asks the open one for nothing in particular is led to the console. */
final class SurfaceFilter extends OncePerRequestFilter {

    private static final String CONTRACT = "/v1/openapi.json";
    private static final String RECEIPT_KEYS = "/.well-known/jwks.json";
    private static final String WITNESS = "/witness/add-checkpoint";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = path(request);
        if (Surface.of(request).filter(Surface.OPEN::equals).isPresent() && path.equals("/") && isRead(request)) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", ConsoleDoor.PATH);
            return;
        }
        if (!serves(Surface.of(request).orElseThrow(), path)) {
            throw new ProblemException(DoorProblem.NOT_FOUND.problem());
        }
        if (path.equals(CONTRACT)) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        chain.doFilter(request, response);
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** A slash at the end is another address (NL API Design Rules, {@code /core/no-trailing-slash}). */
    static boolean serves(Surface surface, String path) {
        if (path.endsWith("/")) {
            return false;
        }
        return switch (surface) {
            case PARTNER, BACK_OFFICE -> path.startsWith("/v1/") && !path.equals(CONTRACT);
            case OPEN ->
                path.equals(CONTRACT)
                        || path.equals(RECEIPT_KEYS)
                        || path.equals(WITNESS)
                        || path.startsWith("/log/")
                        || ConsoleDoor.isBelow(path);
        };
    }

    /** As the container decoded it, for that is what servlets go by. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    }
}
