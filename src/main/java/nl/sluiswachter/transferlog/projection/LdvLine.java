package nl.sluiswachter.transferlog.projection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the Logboek Dataverwerkingen (LDV core). A refusal is handled as it should be, so its status is Unset too; the
 * outcome is an attribute of our own.
 *
 * @param attributes {@code dpl.core.*}, and our own outside {@code dpl.}
 */
public record LdvLine(
        String traceId,
        String spanId,
        Optional<String> parentSpanId,
        String name,
        Instant start,
        Instant end,
        Map<String, Object> resource,
        Map<String, Object> attributes) {

    private static final String STATUS = "Unset";

    /** As LDV core stores it: snake case and milliseconds. */
    public Map<String, Object> core() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("trace_id", traceId);
        line.put("span_id", spanId);
        parentSpanId.ifPresent(parent -> line.put("parent_span_id", parent));
        line.put("status", STATUS);
        line.put("name", name);
        line.put("start_time", start.toEpochMilli());
        line.put("end_time", end.toEpochMilli());
        line.put("resource", resource);
        line.put("attributes", attributes);
        return line;
    }

    /** As the read extension answers: camel case and RFC 3339. */
    public Map<String, Object> read() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("traceId", traceId);
        line.put("spanId", spanId);
        line.put("status", STATUS);
        line.put("name", name);
        line.put("startTime", start.toString());
        line.put("endTime", end.toString());
        parentSpanId.ifPresent(parent -> line.put("parentSpanId", parent));
        line.put("resource", resource);
        line.put("attributes", attributes);
        return line;
    }
}
