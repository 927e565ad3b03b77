package nl.sluiswachter.catalogue;

import java.util.List;
import nl.sluiswachter.consent.ConsentKind;

/**
 * The consent an exchange type asks for.
 *
 * @param kinds each of them is needed
 * @param ageRegime key of the regime that says who consents for a minor; also used where a field's origin needs consent
 * @param article where it says so
 */
public record ConsentRule(ConsentDemand demand, List<ConsentKind> kinds, String ageRegime, String article) {

    public ConsentRule {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }
}
