package nl.sluiswachter.catalogue;

import java.util.Map;
import java.util.Set;

/**
 * What the law says about everybody who acts in a capacity.
 *
 * @param bsn whether a BSN may be in its messages
 * @param bsnUnder another right to the BSN where the exchange executes that law: a school has it for the Leerplichtwet only
 * @param readsAs origins that mean something stricter when this capacity states them: a youth professional's JEUGDWET is
 *     the file of the professional
 * @param actsUnder the laws under which it does its own work: what a resident tells it, it is told under these
 */
public record CapacityRule(
        Text title,
        BsnRight bsn,
        Map<Origin, BsnRight> bsnUnder,
        SecrecyRegime secrecy,
        Map<Origin, Origin> readsAs,
        Set<Origin> actsUnder) {

    public CapacityRule {
        bsnUnder = bsnUnder == null ? Map.of() : Map.copyOf(bsnUnder);
        actsUnder = actsUnder == null ? Set.of() : Set.copyOf(actsUnder);
        readsAs = readsAs == null ? Map.of() : Map.copyOf(readsAs);
    }

    /** Whether a BSN may be in its messages when an exchange executes this law. */
    public BsnRight bsn(Origin law) {
        return bsnUnder.getOrDefault(law, bsn);
    }

    /** What the origin means when this capacity states it. */
    public Origin read(Origin stated) {
        return readsAs.getOrDefault(stated, stated);
    }
}
