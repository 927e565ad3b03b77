package nl.sluiswachter.security;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * How a request came in, as the container knows it.
 *
 * @param surface the door
 * @param startedNanos when its first byte was read, by {@link System#nanoTime()}
 * @param cut closes the connection after the answer, without reading the rest of the request
 */
record Arrival(Surface surface, long startedNanos, Runnable cut) {

    private static final String ATTRIBUTE = Arrival.class.getName();

    static Optional<Arrival> of(ServletRequest request) {
        return Optional.ofNullable((Arrival) request.getAttribute(ATTRIBUTE));
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
