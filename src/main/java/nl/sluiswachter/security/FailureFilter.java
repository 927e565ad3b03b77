package nl.sluiswachter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.sluiswachter.api.Problem;
import nl.sluiswachter.api.ProblemException;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Catches everything behind it. A failure is logged by its classes and its place only: messages of exceptions repeat
 * what was in the request.
 */
public final class FailureFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FailureFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ProblemException e) {
            request.setAttribute(ProblemReportValve.PROBLEM, e.problem());
            answer(response, e.problem());
        } catch (DataAccessResourceFailureException e) {
            LOG.error("The database cannot be used: {}", e.getClass().getSimpleName());
            answer(response, DoorProblem.DATABASE_UNAVAILABLE.problem());
        } catch (ServletException | RuntimeException e) {
            if (hungUp(e)) {
                LOG.info("A caller hung up before it had its answer.");
                return;
            }
            LOG.error("A request failed: {}", description(e));
            answer(response, DoorProblem.INTERNAL_ERROR.problem());
        }
    }

    /** Where part of an answer has left already, its connection is cut: nobody shall take that for the whole. */
    private static void answer(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("An answer broke off");
        }
        ProblemAnswer.write(response, problem);
    }

    /** Camel wraps what Tomcat says when the caller's side of the connection is closed. */
    public static boolean hungUp(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }

    /** The classes and places of a failure and its causes, without their messages. */
    public static String description(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : ", caused by ")
                    .append(cause.getClass().getName());
            if (cause.getStackTrace().length > 0) {
                text.append(" at ").append(cause.getStackTrace()[0]);
            }
        }
        return text.toString();
    }
}
