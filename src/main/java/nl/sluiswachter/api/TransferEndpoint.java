package nl.sluiswachter.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.delivery.Deliveries;
import nl.sluiswachter.delivery.DeliveryStatus;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.LoggedTransfer;
import nl.sluiswachter.transferlog.TransferLog;

/** {@code /v1/transfers/{id}}: how a transfer stands, for its own parties. */
public final class TransferEndpoint {

    private final TransferLog log;
    private final Deliveries deliveries;
    private final StrictJson json;

    TransferEndpoint(TransferLog log, Deliveries deliveries, StrictJson json) {
        this.log = log;
        this.deliveries = deliveries;
        this.json = json;
    }

    /** {@code GET /v1/transfers/{id}}. */
    public Answer status(Request request) {
        Oin caller = request.caller().oin();
        LoggedTransfer transfer = new OwnTransfers(log).visible(request);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("transferId", transfer.transferId().toString());
        answer.put("decision", transfer.permit() ? "PERMIT" : "DENY");
        answer.put("exchangeType", transfer.exchangeType());
        answer.put("policyVersion", transfer.policyVersion());
        answer.put("decidedAt", transfer.decidedAt().toString());
        answer.put("role", transfer.sender().equals(caller) ? "SENDER" : "RECEIVER");
        answer.put(
                "delivery",
                deliveries
                        .status(transfer.transferId())
                        .map(TransferEndpoint::delivery)
                        .orElse(null));
        return Answer.json(200, json.write(answer));
    }

    /** {@code GET /v1/transfers/{id}/receipt}: for its sender. */
    public Answer receipt(Request request) {
        LoggedTransfer transfer = new OwnTransfers(log).visible(request);
        String receipt = Optional.of(transfer)
                .filter(t -> t.sender().equals(request.caller().oin()))
                .flatMap(t -> log.receipt(t.transferId()))
                .orElseThrow(RegisterProblems::notFound);
        return Answer.json(
                200, json.write(Map.of("transferId", transfer.transferId().toString(), "receipt", receipt)));
    }

    private static Map<String, Object> delivery(DeliveryStatus status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", status.state().name());
        json.put("deliveredAt", status.deliveredAt().map(Object::toString).orElse(null));
        json.put("settledAt", status.settledAt().map(Object::toString).orElse(null));
        json.put("reason", status.settlementReason().orElse(null));
        return json;
    }
}
