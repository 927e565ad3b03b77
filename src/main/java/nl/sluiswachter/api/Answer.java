package nl.sluiswachter.api;

import java.util.Map;

/**
 * What goes back to the caller.
 *
 * @param status HTTP status
 * @param mediaType of the body
 * @param headers further response headers
 * @param body in that media type; empty for none
 */
public record Answer(int status, String mediaType, Map<String, String> headers, byte[] body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer to read, in UTF-8. */
    public static Answer text(int status, byte[] body) {
        return new Answer(status, "text/plain;charset=utf-8", Map.of(), body);
    }

    /** A JSON answer without extra headers. */
    public static Answer json(int status, byte[] body) {
        return new Answer(status, "application/json", Map.of(), body);
    }
}
