package nl.sluiswachter.catalogue;

import java.util.Map;

/** Texts and remedies of all codes. */
public record Reasons(Map<Code, Reason> reasons, Map<String, Remedy> remedies) {

    public Reasons {
        reasons = Map.copyOf(reasons);
        remedies = Map.copyOf(remedies);
    }
}
