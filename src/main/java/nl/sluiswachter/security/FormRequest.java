package nl.sluiswachter.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form that was sent: its members stand beside those of the address, as a container would have it. */
final class FormRequest extends ReadRequest {

    /** Most members of a form. */
    static final int MOST = 500;

    private final Map<String, String[]> parameters;

    /** @param members of the form, which come after those of the address */
    FormRequest(HttpServletRequest request, byte[] body, Map<String, List<String>> members) {
        super(request, body);
        Map<String, List<String>> read = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> read.put(name, new ArrayList<>(Arrays.asList(values))));
        members.forEach((name, values) ->
                read.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
        Map<String, String[]> held = new LinkedHashMap<>();
        read.forEach((name, values) -> held.put(name, values.toArray(String[]::new)));
        parameters = Collections.unmodifiableMap(held);
    }

    /**
     * The members of a form as browsers send it.
     *
     * @throws IllegalArgumentException when the body is no form, or one of too many members
     */
    static Map<String, List<String>> members(byte[] body) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        String text = new String(body, StandardCharsets.US_ASCII);
        String[] members = text.isEmpty() ? new String[0] : text.split("&", MOST + 1);
        if (members.length > MOST) {
            throw new IllegalArgumentException("The form has too many members");
        }
        for (String member : members) {
            int equals = member.indexOf('=');
            String name = equals < 0 ? member : member.substring(0, equals);
            read.computeIfAbsent(decoded(name), key -> new ArrayList<>())
                    .add(equals < 0 ? "" : decoded(member.substring(equals + 1)));
        }
        return read;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** None: what a form with a file had is read already, and Spring would ask the container to read it. */
    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }
}
