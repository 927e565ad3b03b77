package nl.sluiswachter.security;

import java.util.Arrays;
import nl.sluiswachter.api.Problem;

/** What a caller is told before any endpoint has had a say. The names are the codes of the contract. */
enum DoorProblem {
    BAD_REQUEST(
            400, "The request is not valid HTTP or has a forbidden address", "Repair the request line and headers."),
    MALFORMED_PATH(
            400,
            "The path is not in its plain form",
            "Send the path without empty or dot segments, parameters, backslashes, or these encoded."),
    NOT_AUTHENTICATED(401, "Not authenticated", "Call with the client certificate registered for this door."),
    FORBIDDEN(403, "Not allowed", "This is not open to you."),
    NOT_FOUND(404, "Not found", "The contract at /v1/openapi.json on the open port names every address."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "Use a method that the contract names for this address."),
    NOT_ACCEPTABLE(406, "Not acceptable", "Accept the media type that the contract names."),
    REQUEST_TOO_SLOW(408, "The request took too long to arrive", "Send the whole request without pauses."),
    LENGTH_REQUIRED(411, "Length required", "Send a Content-Length."),
    BODY_TOO_LARGE(413, "The body is too large", "Send a smaller message, or several."),
    URI_TOO_LONG(414, "The address is too long", "Shorten the address."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "Send application/json."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "Send fewer or shorter headers."),
    INTERNAL_ERROR(500, "Something went wrong at our side", "Try again later; report it when it stays."),
    NOT_IMPLEMENTED(501, "Not implemented", "Use plain HTTP/1.1 without transfer codings other than chunked."),
    OVERLOADED(503, "Too busy", "Try again after the time in Retry-After."),
    DATABASE_UNAVAILABLE(503, "Temporarily unavailable", "Try again after the time in Retry-After."),
    TRANSACTION_LOG_WRITE_ERROR(
            503,
            "Temporarily unavailable",
            "The log cannot be written, so nothing is delivered. Send the same request with the same key again.");

    private static final int SERVER_ERROR = 500;

    private final Problem problem;

    DoorProblem(int status, String title, String detail) {
        this.problem = Problem.of(status, name(), title, detail);
    }

    Problem problem() {
        return problem;
    }

    /** The problem for an error that only has a status: the first with it, or else the general one of its class. */
    static Problem of(int status) {
        return Arrays.stream(values())
                .map(DoorProblem::problem)
                .filter(problem -> problem.status() == status)
                .findFirst()
                .orElseGet(() -> general(status));
    }

    private static Problem general(int status) {
        Problem like = (status < SERVER_ERROR ? BAD_REQUEST : INTERNAL_ERROR).problem;
        return Problem.of(status, like.code(), like.title(), like.detail());
    }
}
