package nl.sluiswachter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import nl.sluiswachter.api.ProblemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a fixed number of requests be handled at once, over the doors that share it. Who comes above it is told so at once, instead of
 * waiting in a queue until his own time is over.
 */
final class Turnstile {

    private final Semaphore places;

    Turnstile(int places) {
        this.places = new Semaphore(places);
    }

    /** Sends people away while it is full, before they cost a look into the register. */
    OncePerRequestFilter first() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (places.availablePermits() == 0) {
                    throw full(request);
                }
                chain.doFilter(request, response);
            }
        };
    }

    /** Counts; stands behind the reading of the body, so that a slow sender takes no place. */
    OncePerRequestFilter second() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (!places.tryAcquire()) {
                    throw full(request);
                }
                try {
                    chain.doFilter(request, response);
                } finally {
                    places.release();
                }
            }
        };
    }

    static ProblemException full(HttpServletRequest request) {
        Arrival.of(request).ifPresent(arrival -> arrival.cut().run());
        return new ProblemException(DoorProblem.OVERLOADED.problem());
    }
}
