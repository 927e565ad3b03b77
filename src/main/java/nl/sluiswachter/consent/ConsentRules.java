package nl.sluiswachter.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;
import nl.sluiswachter.party.Side;

/**
 * Whether a draft can be a consent at all: specific, dated, by somebody who can give it (AVG art. 4(11) and 7, UAVG
 * art. 5). Whether it suffices for a transfer is asked at each transfer.
 */
public final class ConsentRules {

    private final KnownTypes known;
    private final Parties parties;
    private final Clock clock;
    private final GivingRules giving;

    public ConsentRules(KnownTypes known, Parties parties, Clock clock) {
        this.known = known;
        this.parties = parties;
        this.clock = clock;
        this.giving = new GivingRules(clock);
    }

    /** Everything that is wrong; empty for a draft that this party can register. */
    public List<Flaw> flaws(ConsentDraft draft, Party by) {
        Stream<Flaw> scope = Stream.concat(scope(draft.scope()), Stream.of(sending(draft.scope(), by)))
                .flatMap(Optional::stream);
        return Stream.concat(scope, first(draft)).toList();
    }

    /** Everything that is wrong with a yes to a request. */
    public List<Flaw> flaws(Happening given, ConsentHistory request) {
        GivingRules.Person person = new GivingRules.Person(request.subject(), request.birthdate(), request.adult());
        return giving.flaws(given, person, request.scope().validUntil());
    }

    private Stream<Flaw> first(ConsentDraft draft) {
        Optional<Instant> validUntil = draft.scope().validUntil();
        if (draft.first().giving().isPresent()) {
            return giving
                    .flaws(draft.first(), new GivingRules.Person(draft.subject(), draft.birthdate(), false), validUntil)
                    .stream();
        }
        return Stream.of(
                        GivingRules.age(draft.age(clock.instant())),
                        Flaw.unless(
                                validUntil.map(clock.instant()::isBefore).orElse(true),
                                "validUntil",
                                "BEFORE_START",
                                "A moment that is still to come is expected."))
                .flatMap(Optional::stream);
    }

    private Stream<Optional<Flaw>> scope(ConsentScope scope) {
        List<String> types = List.copyOf(scope.exchangeTypes());
        return Stream.of(
                Flaw.unless(
                        scope.purpose().isPresent() || !types.isEmpty(),
                        "exchangeTypes",
                        "NOT_SPECIFIC",
                        "Exchange types or a purpose are expected."),
                codes("exchangeTypes", types, known::isExchangeType, "Exchange types of the catalogue are expected."),
                codes("purpose", list(scope.purpose()), known::isPurpose, "A purpose of the catalogue is expected."),
                codes("dataCategories", scope.dataCategories(), known::isDataCategory, "Field paths are expected."),
                codes("sender", list(scope.sender()), this::isKnown, "An OIN or a capacity is expected."),
                codes("receivers", scope.receivers(), this::isKnown, "OINs or capacities are expected."));
    }

    private static <T> Optional<Flaw> codes(String member, List<T> values, Predicate<T> known, String reason) {
        return Flaw.unless(values.stream().allMatch(known), member, "UNKNOWN_CODE", reason);
    }

    private static <T> List<T> list(Optional<T> value) {
        return value.stream().toList();
    }

    /** A consent serves at least one exchange that its sender can send; else it looks as if something were permitted. */
    private Optional<Flaw> sending(ConsentScope scope, Party by) {
        List<String> named = Stream.concat(
                        scope.exchangeTypes().stream().filter(known::isExchangeType),
                        scope.purpose().filter(known::isPurpose).stream())
                .toList();
        return Flaw.unless(
                named.isEmpty()
                        || capacities(scope, by)
                                .map(acting -> named.stream().anyMatch(code -> known.maySend(code, acting)))
                                .orElse(true),
                scope.exchangeTypes().isEmpty() ? "purpose" : "exchangeTypes",
                "NOT_YOUR_EXCHANGE",
                "An exchange that the sender can send in one of its capacities is expected.");
    }

    /**
     * In which capacities the sender of the consent can act: whoever registers it, unless the municipality names another.
     * Empty for a sender that nobody knows, which is another flaw or may be registered later.
     */
    private Optional<Set<Capacity>> capacities(ConsentScope scope, Party by) {
        if (by.side() != Side.MUNICIPALITY || scope.sender().isEmpty()) {
            return Optional.of(by.capacities());
        }
        PartyRef sender = scope.sender().get();
        return sender instanceof PartyRef.ByOin named
                ? parties.find(named.oin()).map(Party::capacities)
                : Optional.of(Set.of(new Capacity(sender.text()))).filter(any -> isKnown(sender));
    }

    private boolean isKnown(PartyRef ref) {
        return !(ref instanceof PartyRef.ByCapacity) || known.isCapacity(ref.text());
    }
}
