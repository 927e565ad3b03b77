package nl.sluiswachter.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.sluiswachter.delivery.Handed;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transferlog.EarlierAnswer;
import nl.sluiswachter.transferlog.JdbcTransferLog;

/** Puts a recorded decision into HTTP: a permit as JSON, a refusal as problem with the same members. */
public final class TransferAnswers {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;

    private final StrictJson json;
    private final MeterRegistry meters;

    TransferAnswers(StrictJson json, MeterRegistry meters) {
        this.json = json;
        this.meters = meters;
    }

    /** The answer to the sender; only now is anything said about the decision. */
    public Answer answer(Handed handed) {
        Decided decided = handed.recorded().decided();
        count(decided);
        int status = handed.delivered() ? OK : JdbcTransferLog.status(decided);
        return render(status, handed.recorded().answer());
    }

    /** The same answer again. */
    Answer repeated(EarlierAnswer earlier) {
        return render(earlier.status(), json.read(earlier.answer()));
    }

    private Answer render(int status, JsonNode explanation) {
        Map<String, String> headers =
                Map.of(Edge.TRANSACTION, explanation.path("transferId").asText());
        if (status != FORBIDDEN) {
            return new Answer(status, "application/json", headers, json.write(explanation));
        }
        JsonNode reason = explanation.path("reasons").path(0);
        Map<String, Object> members = new LinkedHashMap<>();
        explanation.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        Problem problem = new Problem(
                status,
                reason.path("code").asText(),
                "The exchange is refused",
                reason.path("text").asText(),
                members);
        return new Answer(status, Problem.MEDIA_TYPE, headers, json.write(problem.toJson()));
    }

    private void count(Decided decided) {
        meters.counter(
                        "sluiswachter.decisions",
                        "type",
                        decided.submitted().type().id(),
                        "outcome",
                        decided.isPermit() ? "permit" : "deny",
                        "kind",
                        decided.submitted().dryRun() ? "dry_run" : "transfer")
                .increment();
    }
}
