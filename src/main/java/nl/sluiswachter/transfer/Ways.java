package nl.sluiswachter.transfer;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.CapacityRule;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.ReuseCell;
import nl.sluiswachter.catalogue.ReuseRule;
import nl.sluiswachter.catalogue.ToldByResident;
import nl.sluiswachter.party.Capacity;

/**
 * The origins that may go a way.
 *
 * @param any those of what only says who or which case it is about, or of every field where there is no difference
 * @param content those that the other fields may have alone
 */
record Ways(SortedSet<Origin> any, SortedSet<Origin> content) {

    /** What this sender may state. */
    static Ways stated(Catalogue catalogue, ExchangeRule rule, Capacity sender, boolean control) {
        SortedSet<Origin> open = Arrays.stream(Origin.values())
                .filter(stated -> isOpen(catalogue, rule, reading(catalogue, sender, stated), control))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean own = actsUnder(catalogue, sender).stream().allMatch(law -> isOpen(catalogue, rule, law, control));
        return own ? new Ways(open, open) : limited(rule, open);
    }

    /** What the receiver reads. */
    static Ways arriving(Catalogue catalogue, ExchangeRule rule, Capacity sender) {
        Stream<Origin> read =
                stated(catalogue, rule, sender, false).any().stream().map(stated -> reading(catalogue, sender, stated));
        return limited(rule, read.collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Whether it depends on the field. */
    boolean differ() {
        return !any.equals(content);
    }

    private static Ways limited(ExchangeRule rule, SortedSet<Origin> any) {
        SortedSet<Origin> content = new TreeSet<>(any);
        if (rule.toldByResident() == ToldByResident.ACCOMPANYING) {
            content.remove(Origin.RESIDENT);
        }
        return new Ways(any, content);
    }

    private static boolean isOpen(Catalogue catalogue, ExchangeRule rule, Origin origin, boolean control) {
        return rule.nativeOrigins().contains(origin)
                || catalogue
                        .reuse(origin, rule.law())
                        .filter(cell -> isOpen(cell, control))
                        .isPresent();
    }

    private static boolean isOpen(ReuseCell cell, boolean control) {
        return cell.rule() != ReuseRule.NEVER && !(control && cell.notForEnforcement());
    }

    private static Origin reading(Catalogue catalogue, Capacity sender, Origin stated) {
        CapacityRule capacity = catalogue.capacities().get(sender);
        return capacity == null ? stated : capacity.read(stated);
    }

    private static Set<Origin> actsUnder(Catalogue catalogue, Capacity sender) {
        CapacityRule capacity = catalogue.capacities().get(sender);
        return capacity == null ? Set.of() : capacity.actsUnder();
    }
}
