package nl.sluiswachter.api;

import java.util.Map;

/**
 * One thing that is wrong with a request.
 *
 * @param name JSON Pointer (RFC 6901) made of the contract's own names and of indices, never of a name from the input
 * @param code stable machine-readable code
 * @param reason what is expected; never the value
 */
public record InvalidParam(String name, String code, String reason) {

    Map<String, String> toJson() {
        return Map.of("name", name, "code", code, "reason", reason);
    }
}
