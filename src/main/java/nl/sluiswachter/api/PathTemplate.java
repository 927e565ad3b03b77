package nl.sluiswachter.api;

import java.util.HashMap;
import java.util.Map;

/**
 * A path of the contract with its parameters.
 *
 * @param text {@code /inbox/{id}/acknowledgement}
 */
record PathTemplate(String text) {

    /** The values of the parameters in a path that matches. */
    Map<String, String> parameters(String path) {
        String[] names = text.split("/");
        String[] values = path == null ? new String[0] : path.split("/");
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < names.length && i < values.length; i++) {
            if (names[i].startsWith("{")) {
                parameters.put(names[i].substring(1, names[i].length() - 1), values[i]);
            }
        }
        return parameters;
    }
}
