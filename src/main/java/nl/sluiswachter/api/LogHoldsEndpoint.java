package nl.sluiswachter.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.retention.Hold;
import nl.sluiswachter.transferlog.retention.Holds;
import nl.sluiswachter.transferlog.search.VisibleHolds;

/** The calls under {@code /v1/log-holds}: what of the log may not be destroyed. For the municipality; for others not there. */
public final class LogHoldsEndpoint {

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Holds holds;
    private final VisibleHolds visible;
    private final LogHoldReader reader;
    private final StrictJson json;

    LogHoldsEndpoint(Holds holds, VisibleHolds visible, LogHoldReader reader, StrictJson json) {
        this.holds = holds;
        this.visible = visible;
        this.reader = reader;
        this.json = json;
    }

    /** {@code POST /v1/log-holds}: from the answer on nothing of that scope is destroyed. */
    public Answer place(Request request) {
        Oin caller = Municipal.oin(request);
        LogHoldReader.Asked asked = reader.read(Body.of(json.read(request.body())));
        Hold hold = holds.place(caller, asked.ground(), asked.reference(), asked.scope());
        return Answer.json(CREATED, json.write(show(hold)));
    }

    /** {@code POST /v1/log-holds/{id}/lift}; twice gives the same answer twice. */
    public Answer lift(Request request) {
        Oin caller = Municipal.oin(request);
        Body body = Body.of(json.read(request.body()));
        Optional<String> reference = body.required("reference").reference();
        body.check();
        return holds.lift(RegisterProblems.id(request), caller, reference.orElseThrow())
                .map(hold -> Answer.json(OK, json.write(show(hold))))
                .orElseThrow(RegisterProblems::notFound);
    }

    /**
     * {@code GET /v1/log-holds}: those that hold now. Whom they are about is not told; one on what is confidential is told to who
     * placed it, and to its own parties.
     */
    public Answer list(Request request) {
        Oin viewer = Municipal.oin(request);
        return Answer.json(
                OK,
                json.write(Map.of(
                        "holds",
                        visible.to(viewer).stream().map(LogHoldsEndpoint::show).toList())));
    }

    private static Map<String, Object> show(Hold hold) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("holdId", hold.id().toString());
        shown.put("placedAt", hold.placedAt().toString());
        shown.put("placedBy", hold.placedBy().value());
        shown.put("ground", hold.ground().name());
        shown.put("reference", hold.reference());
        shown.put("scope", hold.scope().name());
        if (hold.scope() instanceof Hold.Transfer transfer) {
            shown.put("transferId", transfer.id().toString());
        }
        if (hold.scope() instanceof Hold.Timespan period) {
            period.exchangeType().ifPresent(type -> shown.put("exchangeType", type));
            period.from().ifPresent(moment -> shown.put("from", moment.toString()));
            period.until().ifPresent(moment -> shown.put("until", moment.toString()));
        }
        shown.put("liftedAt", hold.liftedAt().map(Object::toString).orElse(null));
        return shown;
    }
}
