package nl.sluiswachter.console.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;

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
