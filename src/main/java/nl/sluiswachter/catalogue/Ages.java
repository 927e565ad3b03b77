package nl.sluiswachter.catalogue;

import java.util.Map;

/**
 * The age regimes and what to do where practice is stricter than the law.
 *
 * @param minor12to15 {@code JOINT}: sensitive fields of a child of 12 to 15 also need the representative;
 *     {@code LAW_ONLY}: as the regime says
 */
public record Ages(MinorPolicy minor12to15, Map<String, AgeRegime> regimes) {

    public Ages {
        regimes = Map.copyOf(regimes);
    }

    /** Whether practice may ask more than the law. */
    public enum MinorPolicy {
        JOINT,
        LAW_ONLY
    }
}
