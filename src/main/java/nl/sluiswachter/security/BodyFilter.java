package nl.sluiswachter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.sluiswachter.api.RequestBody;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the body before anything else can, and lets everything else read what was read. */
final class BodyFilter extends OncePerRequestFilter {

    private final BodyReader reader;

    BodyFilter(BodyReader reader) {
        this.reader = reader;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = reader.read(request, Arrival.of(request).orElseThrow());
        request.setAttribute(RequestBody.ATTRIBUTE, body);
        chain.doFilter(new ReadRequest(request, body), response);
    }
}
