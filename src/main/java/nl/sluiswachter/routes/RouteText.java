package nl.sluiswachter.routes;

import java.util.Map;
import org.apache.camel.model.RouteDefinition;

/** Texts of one route with the parameters of its template filled in. */
record RouteText(Map<String, Object> parameters) {

    static RouteText of(RouteDefinition route) {
        Map<String, Object> parameters = route.getTemplateParameters();
        return new RouteText(parameters == null ? Map.of() : parameters);
    }

    /** The text without placeholders of the template, empty for null. */
    String fill(String text) {
        String filled = text == null ? "" : text;
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            filled = filled.replace("{{" + parameter.getKey() + "}}", String.valueOf(parameter.getValue()));
        }
        return filled;
    }

    /** An endpoint address without slashes and options, {@code direct:transfer}. */
    String address(String uri) {
        return fill(uri).replace("://", ":").replaceAll("\\?.*", "");
    }
}
