package nl.sluiswachter.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An RFC 9457 problem. Texts never repeat input values.
 *
 * @param status HTTP status
 * @param code stable machine-readable code, part of the contract
 * @param title short text, the same for every occurrence of the code
 * @param detail what to do about it
 * @param members extension members, such as {@code invalidParams}
 */
public record Problem(int status, String code, String title, String detail, Map<String, Object> members) {

    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A problem without extension members. */
    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, Map.of());
    }

    /** The JSON members in the order of the RFC. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "about:blank");
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        json.put("code", code);
        json.putAll(members);
        return json;
    }
}
