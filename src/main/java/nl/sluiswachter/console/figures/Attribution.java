package nl.sluiswachter.console.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.PartyRoll.Registered;
import nl.sluiswachter.transferlog.figures.Exchange;

/**
 * Tells under which rule of today's catalogue an exchange between two parties falls, by the capacities in which they are
 * registered: the figures have neither. Each exchange is looked up once, as it stands in the figures of every month; so an
 * attribution serves one reader.
 */
public final class Attribution {

    private final Catalogue law;
    private final Map<Oin, Registered> parties;
    private final Map<Exchange, List<Permission>> permissions = new HashMap<>();
    private final Map<Exchange, Optional<Origin>> laws = new HashMap<>();

    public Attribution(Catalogue law, List<Registered> parties) {
        this.law = law;
        this.parties = parties.stream().collect(Collectors.toMap(Registered::oin, Function.identity()));
    }

    /** What the catalogue says now. */
    public Catalogue law() {
        return law;
    }

    /** The party; empty for one that is not registered any more. */
    public Optional<Registered> party(Oin oin) {
        return Optional.ofNullable(parties.get(oin));
    }

    /** Every permission of this type that fits both parties, the same one first each time. */
    public List<Permission> permissions(Exchange exchange) {
        return permissions.computeIfAbsent(exchange, this::fitting);
    }

    /** The law under which it was or would have been used; empty for a type that is not in the catalogue any more. */
    public Optional<Origin> law(Exchange exchange) {
        return laws.computeIfAbsent(exchange, this::nearest);
    }

    /** Everything that the catalogue allows, of the types whose figures are no secret. */
    public List<Permission> all() {
        List<Permission> all = new ArrayList<>();
        law.types().values().stream()
                .filter(type -> !law.isConfidential(type.id()))
                .sorted(Comparator.comparing(ExchangeType::id))
                .forEach(type -> permissions(type).forEach(all::add));
        return all;
    }

    /** The capacities of a party, in order; none for one that is not known. */
    public Set<Capacity> capacities(Optional<Oin> party) {
        return party.flatMap(this::party).map(Registered::capacities).orElse(Set.of());
    }

    private List<Permission> fitting(Exchange exchange) {
        Set<Capacity> from = capacities(Optional.of(exchange.sender()));
        Set<Capacity> to = capacities(exchange.receiver());
        return law.type(exchange.type()).stream()
                .flatMap(Attribution::permissions)
                .filter(one -> from.contains(one.from()) && to.contains(one.to()))
                .toList();
    }

    private Optional<Origin> nearest(Exchange exchange) {
        Set<Capacity> from = capacities(Optional.of(exchange.sender()));
        Set<Capacity> to = capacities(exchange.receiver());
        return law.type(exchange.type()).map(known -> known.rules().stream()
                .max(Comparator.comparingInt(rule -> nearness(rule, from, to)))
                .orElseThrow()
                .law());
    }

    private static int nearness(ExchangeRule rule, Set<Capacity> from, Set<Capacity> to) {
        boolean sends = rule.senders().stream().anyMatch(from::contains);
        boolean receives = rule.receivers().stream().anyMatch(to::contains);
        return (sends && receives ? 4 : 0) + (receives ? 2 : 0) + (sends ? 1 : 0);
    }

    private static Stream<Permission> permissions(ExchangeType type) {
        return type.rules().stream().flatMap(rule -> sorted(rule.senders())
                .flatMap(from -> sorted(rule.receivers()).map(to -> new Permission(type, rule, from, to))));
    }

    private static Stream<Capacity> sorted(Set<Capacity> capacities) {
        return capacities.stream().sorted(Comparator.comparing(Capacity::code));
    }
}
