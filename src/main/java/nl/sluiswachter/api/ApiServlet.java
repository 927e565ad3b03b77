package nl.sluiswachter.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;

/** Camel's servlet for the methods of the contract; in a 405 it says which those are (RFC 9110, 15.5.6). */
final class ApiServlet extends CamelHttpTransportServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        // Camel would answer OPTIONS anywhere; the contract has it nowhere.
        List<String> allowed = METHODS.stream()
                .filter(method -> !method.equals("OPTIONS"))
                .filter(method ->
                        getServletResolveConsumerStrategy().isHttpMethodAllowed(request, method, getConsumers()))
                .toList();
        if (allowed.isEmpty() || allowed.contains(request.getMethod())) {
            super.service(request, response);
        } else {
            response.setHeader("Allow", String.join(", ", allowed));
            sendError(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }
}
