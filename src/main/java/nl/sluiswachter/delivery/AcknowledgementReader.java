package nl.sluiswachter.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the JSON of an acknowledgement; anything not in the contract is a fault. */
public final class AcknowledgementReader {

    private static final Set<String> MEMBERS = Set.of("status", "reason");
    private static final int DEEPEST = 4;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AcknowledgementReader() {}

    /** What was read. */
    public sealed interface Result {}

    /** A valid acknowledgement. */
    public record Readable(Acknowledgement acknowledgement) implements Result {}

    /** Not an acknowledgement; every fault is named. */
    public record Faulty(List<Fault> faults) implements Result {}

    /**
     * One fault; it never repeats the value.
     *
     * @param name the member, empty for the body as a whole
     */
    public record Fault(String name, String code, String reason) {}

    /** Reads UTF-8 JSON. */
    public static Result read(byte[] body) {
        Optional<ObjectNode> json = parse(body);
        if (json.isEmpty()) {
            return new Faulty(List.of(new Fault("", "NOT_JSON", "The body must be one JSON object in UTF-8.")));
        }
        List<Fault> faults = faultsOf(json.get());
        return faults.isEmpty() ? new Readable(acknowledgementOf(json.get())) : new Faulty(faults);
    }

    private static Optional<ObjectNode> parse(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return JSON.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Fault> faultsOf(ObjectNode json) {
        List<Fault> faults = new ArrayList<>();
        if (!MEMBERS.containsAll(names(json))) {
            faults.add(new Fault("", "UNKNOWN_MEMBER", "Only status and reason are known here."));
        }
        if (!isOneOf(json.get("status"), Acknowledgement.Status.values())) {
            faults.add(new Fault("status", "INVALID_VALUE", "One of ACCEPTED, REJECTED."));
        }
        reasonFault(json).ifPresent(faults::add);
        return faults;
    }

    private static Optional<Fault> reasonFault(ObjectNode json) {
        if (isRejection(json)) {
            return isOneOf(json.get("reason"), Acknowledgement.Reason.values())
                    ? Optional.empty()
                    : Optional.of(new Fault(
                            "reason", "INVALID_VALUE", "One of WRONG_RECEIVER, UNREADABLE, NOT_OURS, OTHER."));
        }
        return json.has("reason")
                ? Optional.of(new Fault("reason", "NOT_ALLOWED", "Only a rejection has a reason."))
                : Optional.empty();
    }

    private static Acknowledgement acknowledgementOf(ObjectNode json) {
        return isRejection(json)
                ? Acknowledgement.rejected(
                        Acknowledgement.Reason.valueOf(json.get("reason").textValue()))
                : Acknowledgement.ACCEPTED;
    }

    private static boolean isRejection(ObjectNode json) {
        return "REJECTED".equals(json.path("status").textValue());
    }

    private static boolean isOneOf(JsonNode node, Enum<?>... values) {
        return node != null
                && Arrays.stream(values).anyMatch(value -> value.name().equals(node.textValue()));
    }

    private static List<String> names(ObjectNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
