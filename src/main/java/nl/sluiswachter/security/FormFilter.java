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
    private static final String WITH_FILE = MediaType.MULTIPART_FORM_DATA_VALUE;

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
        chain.doFilter(form(request, body), response);
    }

    private static FormRequest form(HttpServletRequest request, byte[] body) {
        String type =
                Objects.toString(request.getContentType(), "").split(";", 2)[0].trim();
        try {
            if (body.length == 0 || type.equals(FORM)) {
                return new FormRequest(request, body, FormRequest.members(body));
            }
            if (type.equals(WITH_FILE)) {
                MultipartForm form = MultipartForm.read(request.getContentType(), body);
                new SentFiles(form.files()).attachTo(request);
                return new FormRequest(request, body, form.texts());
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(DoorProblem.BAD_REQUEST.problem());
        }
        throw new ProblemException(DoorProblem.UNSUPPORTED_MEDIA_TYPE.problem());
    }
}
