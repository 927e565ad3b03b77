package nl.sluiswachter.catalogue;

import java.util.Set;

/**
 * A precondition and the article that sets it.
 *
 * @param measures for LEGAL_MEASURE: the measures that count; empty otherwise
 */
public record PreconditionRule(Precondition kind, String article, Set<String> measures) {

    public PreconditionRule {
        measures = measures == null ? Set.of() : Set.copyOf(measures);
    }
}
