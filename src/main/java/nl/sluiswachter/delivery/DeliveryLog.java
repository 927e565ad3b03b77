package nl.sluiswachter.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;

/** What the transfer log is told about deliveries, always in the caller's transaction; counted when that commits. */
final class DeliveryLog {

    private final EventLog log;
    private final DeliveryMetrics metrics;

    DeliveryLog(EventLog log, DeliveryMetrics metrics) {
        this.log = log;
        this.metrics = metrics;
    }

    void read(UUID id, Oin receiver) {
        append(LogKind.DELIVERED, id, Optional.of(receiver), Map.of("channel", Channel.INBOX.name()));
        metrics.count("read");
    }

    void pushed(UUID id) {
        append(LogKind.DELIVERED, id, Optional.empty(), Map.of("channel", Channel.PUSH.name()));
        metrics.count("pushed");
    }

    /** The message was stopped while it was on its way, and arrived: the log says so. */
    void pushedAfterStop(UUID id) {
        Map<String, String> detail = Map.of("channel", Channel.PUSH.name(), "note", "STOPPED_WHILE_SENDING");
        append(LogKind.DELIVERED, id, Optional.empty(), detail);
        metrics.count("pushed");
    }

    void failed(Claim claim, Failure failure) {
        Map<String, String> detail = Map.of("reason", failure.name(), "attempt", Integer.toString(claim.attempt()));
        append(LogKind.DELIVERY_FAILED, claim.transferId(), Optional.empty(), detail);
        metrics.count("failed");
    }

    void acknowledged(UUID id, Oin receiver, Acknowledgement acknowledgement) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("status", acknowledgement.status().name());
        acknowledgement.reasonCode().ifPresent(reason -> detail.put("reason", reason));
        append(LogKind.ACKNOWLEDGED, id, Optional.of(receiver), detail);
        metrics.count(acknowledgement.status() == Acknowledgement.Status.ACCEPTED ? "accepted" : "rejected");
    }

    void stopped(DeliveryTable.Ended ended, String reason) {
        append(ended, reason);
        metrics.count("stopped");
    }

    void expired(DeliveryTable.Ended ended) {
        append(ended, DeliveryReasons.EXPIRED);
        metrics.count("expired");
    }

    // The number of attempts tells an auditor whether a copy may have reached the receiver all the same.
    private void append(DeliveryTable.Ended ended, String reason) {
        Map<String, String> detail = Map.of("reason", reason, "attempts", Integer.toString(ended.attempts()));
        append(LogKind.DELIVERY_STOPPED, ended.transferId(), Optional.empty(), detail);
    }

    private void append(LogKind kind, UUID id, Optional<Oin> party, Map<String, String> detail) {
        log.append(new LogEntry(kind, Optional.of(id), party, detail, List.of()));
    }
}
