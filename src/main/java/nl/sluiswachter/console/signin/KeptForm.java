package nl.sluiswachter.console.signin;

import java.util.List;
import java.util.Map;

/**
 * A form that was sent and not taken, because its sender had to sign in first.
 *
 * @param action where it was sent
 * @param page address of the page with the form, without query
 * @param values what was filled in, by field
 */
public record KeptForm(String action, String page, Map<String, List<String>> values) {

    public KeptForm {
        values = Map.copyOf(values);
    }
}
