package nl.sluiswachter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluiswachter.api.Caller;
import nl.sluiswachter.kernel.Oin;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one party from taking all places, by waiting or by sending slowly: counts its requests from the moment it is
 * identified, so those whose body still comes too.
 */
final class PartyShare extends OncePerRequestFilter {

    private static final int SMALLEST = 4;

    private final int most;
    private final Map<Oin, Integer> inside = new ConcurrentHashMap<>();

    /** @param places requests handled at once, of everybody */
    PartyShare(int places) {
        this.most = Math.max(SMALLEST, places / 2);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Oin party = Caller.of(request).oin();
        try {
            if (inside.merge(party, 1, Integer::sum) > most) {
                throw Turnstile.full(request);
            }
            chain.doFilter(request, response);
        } finally {
            inside.computeIfPresent(party, (oin, count) -> count == 1 ? null : count - 1);
        }
    }
}
