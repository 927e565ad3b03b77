package nl.sluiswachter.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Marks every request with the door it came through, and every answer with the headers of the contract. */
final class ArrivalValve extends ValveBase {

    private final Map<Connector, Surface> surfaces;

    ArrivalValve(Map<Connector, Surface> surfaces) {
        super(true);
        this.surfaces = surfaces;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        Surface surface = surfaces.get(request.getConnector());
        new Arrival(surface, raw.getStartTimeNanos(), () -> raw.action(ActionCode.DISABLE_SWALLOW_INPUT, null))
                .attachTo(request);
        AnswerHeaders.set(response);
        getNext().invoke(request, response);
    }
}
