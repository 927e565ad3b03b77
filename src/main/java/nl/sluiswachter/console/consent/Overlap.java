package nl.sluiswachter.console.consent;

import java.util.Map;
import java.util.Set;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.PartyRef;

/**
 * Whether there can be a message for which a decision finds both of two consents. Their fields do not matter: what says whom
 * it is about goes along with either.
 *
 * @param acting in which capacities the parties of the consents act
 */
record Overlap(Catalogue law, Map<Oin, Set<Capacity>> acting) {

    boolean isBetween(ConsentHistory one, ConsentHistory other) {
        return one.scope().kind() == other.scope().kind()
                && law.types().values().stream().anyMatch(type -> type.rules().stream()
                        .anyMatch(rule -> isFor(one.scope(), type, rule)
                                && isFor(other.scope(), type, rule)
                                && meet(one.sender(), other.sender(), rule.senders())
                                && haveAReceiver(one.scope(), other.scope(), rule.receivers())));
    }

    private static boolean isFor(ConsentScope scope, ExchangeType type, ExchangeRule rule) {
        return type.isMeantBy(scope.exchangeTypes(), scope.purpose(), rule.purpose());
    }

    private boolean haveAReceiver(ConsentScope one, ConsentScope other, Set<Capacity> receivers) {
        return one.receivers().stream()
                .anyMatch(ref -> other.receivers().stream().anyMatch(theirs -> meet(ref, theirs, receivers)));
    }

    /** Whether both name a party that acts in one of these capacities; the same one counts also while it acts in none. */
    private boolean meet(PartyRef one, PartyRef other, Set<Capacity> capacities) {
        if (one instanceof PartyRef.ByOin && other instanceof PartyRef.ByOin) {
            return one.equals(other);
        }
        return capacities.stream().anyMatch(capacity -> actsAs(one, capacity) && actsAs(other, capacity));
    }

    /** Whether the party, or everybody who is meant, acts in the capacity. */
    boolean actsAs(PartyRef party, Capacity capacity) {
        return party instanceof PartyRef.ByOin known
                ? acting.getOrDefault(known.oin(), Set.of()).contains(capacity)
                : party.text().equals(capacity.code());
    }
}
