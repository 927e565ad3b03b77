package nl.sluiswachter.transferlog.projection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.Sha3;
import nl.sluiswachter.transferlog.RecordedDecision;

/**
 * A transaction record in the shape of FSC Logging. There is no FSC contract behind it: {@code grant_hash} names the
 * agreement that the parties have by taking part, computed as FSC computes that of a service connection.
 */
public final class FscRecord {

    private static final String CONTRACT_HASH = "$1$1$";
    private static final String CONNECTION_HASH = "$1$3$";

    private final Oin group;

    /** @param group the municipality that runs the gateway: who takes part in its exchange is one group */
    public FscRecord(Oin group) {
        this.group = group;
    }

    /**
     * The record of a permitted transfer.
     *
     * @param outgoing whether it was sent by the municipality, whose log this is
     */
    public Map<String, Object> of(Logged logged, boolean outgoing) {
        RecordedDecision decision = logged.decision();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("transaction_id", logged.transactionId().toString());
        record.put("direction", outgoing ? "DIRECTION_OUTGOING" : "DIRECTION_INCOMING");
        record.put("grant_hash", grantHash(decision).orElse(""));
        record.put(
                "source",
                Map.of(
                        "type",
                        "SOURCE_TYPE_SOURCE",
                        "outway_peer_id",
                        decision.sender().value()));
        record.put(
                "destination",
                Map.of(
                        "type",
                        "DESTINATION_TYPE_DESTINATION",
                        "service_peer_id",
                        decision.receiver().map(Oin::value).orElse("")));
        record.put("service_name", decision.exchangeType());
        record.put("created_at", decision.recordedAt().getEpochSecond());
        record.put("additional_data", additional(decision));
        record.put("trace_id", logged.traceId());
        record.put("span_id", logged.spanId());
        return record;
    }

    private static Map<String, Object> additional(RecordedDecision decision) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("transfer_id", decision.transferId().toString());
        data.put("purpose", decision.purpose());
        data.put("policy_version", decision.policyVersion());
        return data;
    }

    /** The hash by which the agreement behind this transfer is known; empty without receiver. */
    public Optional<String> grantHash(RecordedDecision decision) {
        return decision.receiver()
                .map(receiver -> grantHash(decision.sender().value(), receiver.value(), decision.exchangeType()));
    }

    /** Canonical JSON (RFC 8785): members in order of name, no spaces; OINs and codes need no escapes. */
    private String grantHash(String sender, String receiver, String type) {
        String grant =
                """
                {"outway":{"peer_id":"%s"},"service":{"name":"%s","peer_id":"%s"},"type":"GRANT_TYPE_SERVICE_CONNECTION"}"""
                        .formatted(sender, type, receiver);
        String content =
                """
                {"grants":[{"data":%s}],"group_id":"%s","hash_algorithm":"HASH_ALGORITHM_SHA3_512"}"""
                        .formatted(grant, group.value());
        String contentHash = CONTRACT_HASH + digest(content);
        return CONNECTION_HASH + digest(contentHash + grant);
    }

    private static String digest(String text) {
        byte[] hash = Sha3.of(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
