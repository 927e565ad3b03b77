package nl.sluiswachter.api;

import jakarta.servlet.ServletRequest;

/** Where the doors leave the exact bytes of the body for the edge, read within the limits on size and time. */
public final class RequestBody {

    /** Request attribute that holds the bytes; empty when there was no body. */
    public static final String ATTRIBUTE = "nl.sluiswachter.body";

    private RequestBody() {}

    /** The bytes as received. The caller must not change them. */
    public static byte[] of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof byte[] body) {
            return body;
        }
        throw new IllegalStateException("The body of the request was not read");
    }
}
