package nl.sluiswachter.security;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.sluiswachter.api.Problem;

/** Writes problems as the whole answer (RFC 9457). */
final class ProblemAnswer {

    private static final String RETRY_SECONDS = "5";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemAnswer() {}

    /** Replaces whatever the answer was going to be; does nothing when part of it has left already. */
    static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = JSON.writeValueAsBytes(problem.toJson());
        String allow = response.getHeader("Allow");
        response.reset();
        AnswerHeaders.set(response);
        response.setHeader("Allow", allow);
        response.setStatus(problem.status());
        if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
