package nl.sluiswachter.console.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with a form: for each field, in the order in which they were found, the key of what the reader is told. The
 * template {@code console/parts} shows it.
 */
public final class FormErrors {

    /**
     * Name in the model of what is wrong with what was sent from this page: nothing yet where it is asked for or was just sent, and what
     * was found then where it comes back in another language.
     */
    public static final String ATTRIBUTE = "errors";

    private final Map<String, String> keys = new LinkedHashMap<>();
    private String because = "";

    /** Nothing wrong. */
    public static FormErrors none() {
        return new FormErrors();
    }

    /** What was found before, by field, and why precisely. */
    public static FormErrors of(Map<String, String> keys, String because) {
        FormErrors errors = new FormErrors();
        errors.keys.putAll(keys);
        errors.because = because;
        return errors;
    }

    /** Complains about a field, unless it was complained about already. Gives nothing, for the value that is not there. */
    public <T> Optional<T> add(String field, String key) {
        keys.putIfAbsent(field, key);
        return Optional.empty();
    }

    /** Complains about a field, and says why precisely, in the English sentences of a program. */
    public void add(String field, String key, String precisely) {
        add(field, key);
        because = precisely;
    }

    /** Why precisely; empty where the keys say it all. */
    public String because() {
        return because;
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The fields that are wrong. */
    public Set<String> fields() {
        return keys.keySet();
    }

    /** Whether something is wrong with this field. */
    public boolean has(String field) {
        return keys.containsKey(field);
    }

    /** The key of what is said about this field. */
    public String key(String field) {
        return keys.get(field);
    }

    /** All keys, by field, in their order. */
    public Map<String, String> keys() {
        return new LinkedHashMap<>(keys);
    }

    /** For {@code aria-describedby}: the ids of what belongs to a field, null for nothing. */
    public String describedBy(String field, String... others) {
        List<String> all = new java.util.ArrayList<>(List.of(others));
        if (has(field)) {
            all.add(field + "-error");
        }
        return all.isEmpty() ? null : String.join(" ", all);
    }
}
