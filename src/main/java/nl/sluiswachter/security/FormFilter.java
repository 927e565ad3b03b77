package nl.sluiswachter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import nl.sluiswachter.api.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads a form within the limits on its size and time; the console takes no other body. */
final class FormFilter extends OncePerRequestFilter {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private final BodyReader reader;

    FormFilter(BodyReader reader) {
        this.reader = reader;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = reader.read(request, Arrival.of(request).orElseThrow());
        if (body.length > 0
                && !Objects.toString(request.getContentType(), "")
                        .split(";", 2)[0]
                        .trim()
                        .equals(FORM)) {
            throw new ProblemException(DoorProblem.UNSUPPORTED_MEDIA_TYPE.problem());
        }
        chain.doFilter(form(request, body), response);
    }

    private static FormRequest form(HttpServletRequest request, byte[] body) {
        try {
            return new FormRequest(request, body);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(DoorProblem.BAD_REQUEST.problem());
        }
    }
}
