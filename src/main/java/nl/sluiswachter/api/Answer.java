package nl.sluiswachter.api;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * What goes back to the caller.
 *
 * @param status HTTP status
 * @param mediaType of the body
 * @param headers further response headers
 * @param body in that media type; empty for none
 * @param stream instead of a body, for what is too long to hold; read once, while it is sent
 */
public record Answer(
        int status, String mediaType, Map<String, String> headers, byte[] body, Optional<InputStream> stream) {

    private static final int OK = 200;

    public Answer {
        headers = Map.copyOf(headers);
    }

    public Answer(int status, String mediaType, Map<String, String> headers, byte[] body) {
        this(status, mediaType, headers, body, Optional.empty());
    }

    /** An answer that is made while it is sent. */
    public static Answer streamed(String mediaType, InputStream stream) {
        return new Answer(OK, mediaType, Map.of(), new byte[0], Optional.of(stream));
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
