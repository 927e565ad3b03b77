package nl.sluiswachter.console.signin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;

/**
 * A form that was sent and not taken, because its sender had to sign in first or something is wrong with it.
 *
 * @param action where it was sent
 * @param page address of the page with the form, without query
 * @param values what was filled in, by field
 * @param errors the key of what is wrong, by field, in the order in which the reader is told
 * @param because why precisely, in the English sentences of a program; empty for nothing more
 */
public record KeptForm(
        String action, String page, Map<String, List<String>> values, Map<String, String> errors, String because) {

    public KeptForm {
        values = Map.copyOf(values);
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    /** What one field had; empty when it was not sent. */
    public String text(String field) {
        return values.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /** The form that waits on the page of this model, if it was sent to this address. */
    public static Optional<KeptForm> sentTo(String action, Model model) {
        return Optional.ofNullable((KeptForm) model.getAttribute(KeptFormDialect.VARIABLE))
                .filter(form -> form.action().equals(action));
    }
}
