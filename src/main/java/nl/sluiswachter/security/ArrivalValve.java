package nl.sluiswachter.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks every request with the door it came through, and every answer with the headers of the contract. Refuses a path
 * that is not plain, and turns whatever gets out of the chain into a problem.
 */
final class ArrivalValve extends ValveBase {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalValve.class);

    private final Map<Connector, Surface> surfaces;

    ArrivalValve(Map<Connector, Surface> surfaces) {
        super(true);
        this.surfaces = surfaces;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        Surface surface = surfaces.get(request.getConnector());
        Arrival arrival =
                new Arrival(surface, raw.getStartTimeNanos(), () -> raw.action(ActionCode.DISABLE_SWALLOW_INPUT, null));
        arrival.attachTo(request);
        AnswerHeaders.set(response);
        if (!PlainPath.is(raw.requestURI().toString())) {
            arrival.cut().run();
            request.setAttribute(ProblemReportValve.PROBLEM, DoorProblem.MALFORMED_PATH.problem());
            response.sendError(DoorProblem.MALFORMED_PATH.problem().status());
        }
        // An error keeps a request from every filter and servlet; only the report is made of it.
        proceed(request, response);
    }

    /** Only a broken connection goes on to the container: it writes the message of anything else to the log. */
    private void proceed(Request request, Response response) throws IOException {
        try {
            getNext().invoke(request, response);
        } catch (ServletException | RuntimeException | Error e) {
            LOG.error("A request failed: {}", FailureFilter.description(e));
            ProblemAnswer.write(response, DoorProblem.INTERNAL_ERROR.problem());
        }
    }
}
