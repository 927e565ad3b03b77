package nl.sluiswachter.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Serves the contract, to anybody and from any web page (NL API Design Rules, publish-openapi). */
public final class OpenApiServlet extends HttpServlet {

    /** Where it is served, and nowhere below it. */
    public static final String PATH = "/v1/openapi.json";

    /** Where the contract is on the class path. */
    public static final String RESOURCE = "/openapi/openapi.json";

    private static final long serialVersionUID = 1L;

    private final byte[] contract = contract();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentLength(contract.length);
        response.getOutputStream().write(contract);
    }

    static byte[] contract() {
        try (InputStream file = OpenApiServlet.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("The contract is missing from the class path: " + RESOURCE);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
