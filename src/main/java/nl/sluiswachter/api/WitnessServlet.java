package nl.sluiswachter.api;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Limits;
import nl.sluiswachter.transferlog.witness.DeskAnswer;
import nl.sluiswachter.transferlog.witness.WitnessDesk;

/**
 * Cosigns checkpoints of neighbours (C2SP tlog-witness). On the open door: the protocol has no identification but the
 * signature on the checkpoint, and who is not a neighbour is told so before anything is computed.
 */
public final class WitnessServlet extends HttpServlet {

    /** Where it is served, and nowhere below it. */
    public static final String PATH = "/witness/add-checkpoint";

    private static final long serialVersionUID = 1L;

    private final transient Optional<WitnessDesk> desk;
    private final transient MeterRegistry meters;

    /** @param desk empty where this gateway is no witness */
    public WitnessServlet(Optional<WitnessDesk> desk, MeterRegistry meters) {
        this.desk = desk;
        this.meters = meters;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        WitnessDesk open = desk.orElseThrow(() ->
                new ProblemException(Problem.of(404, "NOT_FOUND", "Not found", "This gateway is nobody's witness.")));
        DeskAnswer answer = open.answer(request.getInputStream().readNBytes(Limits.ADD_CHECKPOINT_BYTES + 1));
        // No line in the log: anybody can send the checkpoint of a neighbour with a wrong proof.
        meters.counter("sluiswachter.witness.answers", "status", Integer.toString(answer.status()))
                .increment();
        response.setStatus(answer.status());
        response.setContentType(answer.type());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
