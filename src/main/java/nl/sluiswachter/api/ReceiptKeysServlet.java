package nl.sluiswachter.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Serves the key with which receipts are verified, to anybody and from any web page (RFC 7517, JWK Set). */
public final class ReceiptKeysServlet extends HttpServlet {

    /** Where it is served, and nowhere below it. */
    public static final String PATH = "/.well-known/jwks.json";

    private static final long serialVersionUID = 1L;

    private final byte[] keys;

    /** @param keys a JWK Set as JSON, public parts only */
    public ReceiptKeysServlet(String keys) {
        this.keys = keys.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/jwk-set+json");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "public, max-age=300");
        response.setContentLength(keys.length);
        response.getOutputStream().write(keys);
    }
}
