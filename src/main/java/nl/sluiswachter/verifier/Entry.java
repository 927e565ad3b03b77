package nl.sluiswachter.verifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is looked at inside an entry.
 *
 * <p>What is missing in a list or under a name is no entry: nothing here is null but what is said to be.
 *
 * @param commitments by label; null where it has none
 * @param recordedAt as ISO 8601; null in entries that do not say it
 * @param detail what it tells besides; null where it has none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Entry(
        String kind,
        UUID transferId,
        Map<String, byte[]> commitments,
        String recordedAt,
        Map<String, String> detail,
        String sender,
        String party,
        String receiver,
        String exchangeType,
        String outcome,
        UUID transactionId,
        String traceId,
        List<Finding> findings,
        List<String> objections) {

    private static final String DECISION = "DECISION";
    private static final String DESTRUCTION = "DESTRUCTION";
    private static final String CANARY = "CANARY";
    private static final Pattern OIN = Pattern.compile("[0-9A-Z]{20}");
    private static final ObjectReader READER = JsonMapper.builder().build().readerFor(Entry.class);

    Entry {
        commitments = commitments == null ? Map.of() : Map.copyOf(commitments);
        detail = detail == null ? Map.of() : Map.copyOf(detail);
        findings = findings == null ? List.of() : List.copyOf(findings);
        objections = objections == null ? List.of() : List.copyOf(objections);
    }

    /** What a check found. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Finding(String code, String outcome) {

        boolean fails() {
            return "FAIL".equals(outcome);
        }
    }

    /** Reads the canonical JSON of an entry. */
    static Entry read(byte[] json) throws Unreadable {
        try {
            Entry entry = READER.readValue(json);
            if (entry != null) {
                return entry;
            }
        } catch (IOException e) {
            // said below
        }
        throw new Unreadable("An entry is not the JSON of an entry.");
    }

    /** Whether it tells that others were destroyed. */
    boolean tellsOfDestruction() {
        return DESTRUCTION.equals(kind);
    }

    /** When it was recorded. */
    Optional<Instant> at() throws Unreadable {
        return time(recordedAt);
    }

    /** A moment as ISO 8601, or null for none. */
    static Optional<Instant> time(String text) throws Unreadable {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new Unreadable("An entry says a time that is none.");
        }
    }

    /** The party that sent it or did it; null when it was the gateway itself. */
    String actor() {
        return sender == null ? party : sender;
    }

    /** The party that was to receive it; null where none is known. */
    String knownReceiver() {
        return receiver != null && OIN.matcher(receiver).matches() ? receiver : null;
    }

    /** The trace by which it is found, which has the size of a UUID; null where it has none, as a canary. */
    UUID knownTrace() throws Unreadable {
        if (traceId == null || CANARY.equals(kind)) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(traceId));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new Unreadable("An entry has a trace that is none.");
        }
    }

    /** Whether it gives this reason, or for null: none. */
    boolean gives(String reason) {
        boolean refused = findings.stream().anyMatch(Finding::fails)
                || detail.containsKey("reason")
                || !objections.isEmpty() && "DENY".equals(outcome);
        return reason == null
                ? !refused
                : reason.equals(detail.get("reason"))
                        || findings.stream().anyMatch(one -> one.fails() && reason.equals(one.code()))
                        || objections.stream().anyMatch(one -> one.endsWith(" " + reason));
    }

    /** Whether it is the one decision on a transfer. */
    boolean decides() {
        return DECISION.equals(kind) && transferId != null;
    }
}
