package nl.sluiswachter.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import nl.sluiswachter.api.Problem;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every error without a body into a problem: what the container refuses, {@code sendError} of any servlet, and a
 * bare error status as Camel's servlet sets it. Made by Tomcat from its class name, therefore public.
 */
public final class ProblemReportValve extends ErrorReportValve {

    /** Request attribute with the problem to tell when Tomcat has made an error of the same event already. */
    static final String PROBLEM = ProblemReportValve.class.getName() + ".problem";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);
    private static final int FIRST_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    /** Tomcat answers 400 to oversized headers and gives no other sign than this text. */
    private static final String HEADERS_TOO_LARGE =
            StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0) {
            return;
        }
        if (failure != null && response.getStatus() >= SERVER_ERROR) {
            LOG.error("A request failed: {}", FailureFilter.description(failure));
        }
        response.setErrorReported();
        try {
            // Not the facade, which passes for committed once the servlet has returned.
            ProblemAnswer.write(response, problem(request, response.getStatus(), failure));
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem problem(Request request, int status, Throwable failure) {
        if (request.getAttribute(PROBLEM) instanceof Problem known) {
            return known;
        }
        return failure != null && HEADERS_TOO_LARGE.equals(failure.getMessage())
                ? DoorProblem.HEADERS_TOO_LARGE.problem()
                : DoorProblem.of(status);
    }
}
