package nl.sluiswachter.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;

/** Camel's servlet, which besides says in a 405 which methods there are (RFC 9110, 15.5.6). */
final class ApiServlet extends CamelHttpTransportServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        List<String> allowed = METHODS.stream()
                .filter(method ->
                        getServletResolveConsumerStrategy().isHttpMethodAllowed(request, method, getConsumers()))
                .toList();
        if (!allowed.isEmpty() && !allowed.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", allowed));
        }
        super.service(request, response);
    }
}
