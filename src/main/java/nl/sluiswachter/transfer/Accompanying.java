package nl.sluiswachter.transfer;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.party.Capacity;

/** What goes along with data that somebody agreed to without being named: it says whom or which case they are about. */
public final class Accompanying {

    private final Catalogue catalogue;

    public Accompanying(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The fields that a consent lets go along although it does not name them.
     *
     * @param sends whether one who may send acts in a capacity
     * @param receives the same of who may receive
     */
    public SortedSet<String> fields(ConsentScope scope, Predicate<Capacity> sends, Predicate<Capacity> receives) {
        return rules(scope)
                .flatMap(rule -> rule.senders().stream().filter(sends).flatMap(sender -> rule.receivers().stream()
                        .filter(receives)
                        .flatMap(receiver -> fields(rule, sender, receiver))))
                .filter(path -> !scope.coversField(path))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that it can be for: agreeing to help is about no data. */
    private Stream<ExchangeRule> rules(ConsentScope scope) {
        return catalogue.types().values().stream()
                .filter(type -> scope.kind() != ConsentKind.CARE)
                .filter(type ->
                        scope.exchangeTypes().isEmpty() || scope.exchangeTypes().contains(type.id()))
                .flatMap(type -> type.rules().stream())
                .filter(rule -> scope.purpose().map(rule.purpose()::equals).orElse(true));
    }

    private Stream<String> fields(ExchangeRule rule, Capacity sender, Capacity receiver) {
        BsnRight right = BsnCheck.right(catalogue, rule, sender, receiver);
        Stream<String> listed = rule.fields().perRelation().values().stream()
                .flatMap(Set::stream)
                .filter(path -> catalogue.fields().get(path).accompanies())
                .filter(path -> right != BsnRight.NEVER || !path.equals(BsnCheck.FIELD));
        return Stream.concat(listed, right == BsnRight.PRESCRIBED ? FallbackIdentity.FIELDS.stream() : Stream.empty());
    }
}
