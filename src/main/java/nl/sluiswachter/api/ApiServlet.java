package nl.sluiswachter.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;

/**
 * Camel's servlet for the methods and addresses of the contract, to the letter. In a 405 it says which methods those are
 * (RFC 9110, 15.5.6).
 */
final class ApiServlet extends CamelHttpTransportServlet {

    private static final long serialVersionUID = 1L;

    /** Camel would answer OPTIONS anywhere, and HEAD by a GET, which delivers a message to somebody who does not get it. */
    private static final List<String> CONTRACT = List.of("GET", "POST");

    /** Words of the contract are in lower case, which Camel does not mind; only an id, in the second place, is free. */
    private static final Pattern LETTERS = Pattern.compile("/[^/A-Z]*(/(_[^/A-Z]*|[^/_][^/]*)?(/[^/A-Z]*)*)?");

    /** The doors open a moment before the routes behind them, and shut after them. */
    private static final Problem SHUT = Problem.of(
            HttpServletResponse.SC_SERVICE_UNAVAILABLE,
            "STARTING_OR_STOPPING",
            "The gateway is starting or stopping",
            "Try again after the time in Retry-After.");

    private final transient BooleanSupplier open;

    /** @param open whether all routes run */
    ApiServlet(BooleanSupplier open) {
        this.open = open;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        if (!open.getAsBoolean()) {
            throw new ProblemException(SHUT);
        }
        if (!isInItsLetters(request.getPathInfo())) {
            sendError(response, HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        List<String> allowed = CONTRACT.stream()
                .filter(method ->
                        getServletResolveConsumerStrategy().isHttpMethodAllowed(request, method, getConsumers()))
                .toList();
        if (allowed.isEmpty() || allowed.contains(request.getMethod())) {
            answer(request, response);
        } else {
            response.setHeader("Allow", String.join(", ", allowed));
            sendError(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    /** A failure goes on to the filters: Camel would end the answer as if it were whole. */
    private void answer(HttpServletRequest request, HttpServletResponse response) {
        try {
            handleService(request, new OpenAnswer(response));
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    private static boolean isInItsLetters(String path) {
        return path == null || LETTERS.matcher(path).matches();
    }
}
