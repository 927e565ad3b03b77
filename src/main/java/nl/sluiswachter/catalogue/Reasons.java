package nl.sluiswachter.catalogue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Texts and remedies of all codes. */
public record Reasons(Map<Code, Reason> reasons, Map<String, Remedy> remedies) {

    public Reasons {
        reasons = Map.copyOf(reasons);
        remedies = Map.copyOf(remedies);
    }

    /** The texts of a code by its name; empty for a name that is not known, or not any more. */
    public Optional<Reason> named(String code) {
        return Arrays.stream(Code.values())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .map(reasons::get);
    }
}
