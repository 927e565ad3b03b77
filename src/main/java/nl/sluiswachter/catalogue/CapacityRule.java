package nl.sluiswachter.catalogue;

import java.util.Map;

/**
 * What the law says about everybody who acts in a capacity.
 *
 * @param readsAs origins that mean something stricter when this capacity states them: a youth professional's JEUGDWET is
 *     the file of the professional
 */
public record CapacityRule(Text title, BsnRight bsn, SecrecyRegime secrecy, Map<Origin, Origin> readsAs) {

    public CapacityRule {
        readsAs = readsAs == null ? Map.of() : Map.copyOf(readsAs);
    }

    /** What the origin means when this capacity states it. */
    public Origin read(Origin stated) {
        return readsAs.getOrDefault(stated, stated);
    }
}
