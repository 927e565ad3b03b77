package nl.sluiswachter.transfer;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.catalogue.PreconditionRule;
import nl.sluiswachter.catalogue.Remedy;
import nl.sluiswachter.party.Capacity;

/**
 * How to get from a refusal to a permit, and from a permit to what it left out: the remedies of the reasons, each made
 * exact for this message.
 */
final class WaysOut {

    /** What is left where nothing that the sender can do helps: no refusal goes without a way. */
    private static final String REVIEW = "HUMAN_REVIEW";

    private static final String RETRY = "POST /v1/transfers";

    /** Of no use to a message that goes: done already, or a way around a refusal. */
    private static final Set<String> AROUND = Set.of(
            "DROP_FIELDS", "USE_VT_ROUTE", "ANONYMOUS_CONSULT", "CHOOSE_REASON", "NAME_SUBJECT", "ACCEPT_REFUSAL");

    private final Case examined;

    WaysOut(Case examined) {
        this.examined = examined;
    }

    /** In the order of the reasons, each once. */
    List<WayOut> of(List<Finding> reasons) {
        Set<WayOut> ways = new LinkedHashSet<>();
        for (Finding reason : reasons) {
            List<WayOut> open = of(reason).toList();
            ways.addAll(open.isEmpty() ? List.of(WayOut.of(REVIEW, Optional.empty(), Optional.empty())) : open);
        }
        return List.copyOf(ways);
    }

    /** In the order of what was left out, each once; for what may never go there is none. */
    List<WayOut> ofRemovals() {
        return examined.removals().entrySet().stream()
                .map(removal -> limitation(removal.getKey(), removal.getValue()))
                .distinct()
                .flatMap(reason -> of(reason, AROUND))
                .distinct()
                .toList();
    }

    /** Why something was left out, as one reason for all that was left out of the same person for it. */
    private static Finding limitation(FieldRef where, Removal removal) {
        boolean item = where.person().equals(FieldRef.MESSAGE);
        Finding limited =
                Finding.limited(item ? CheckName.REQUEST : CheckName.FIELDS, removal.code(), removal.article());
        return item ? limited : limited.about(removal.person());
    }

    private Stream<WayOut> of(Finding reason) {
        return of(reason, Set.of());
    }

    private Stream<WayOut> of(Finding reason, Set<String> without) {
        Map<String, Remedy> remedies = examined.catalogue().texts().remedies();
        return examined.catalogue().texts().reasons().get(reason.code()).remedies().stream()
                .filter(code -> !without.contains(code) && isOpen(remedies.get(code)))
                .flatMap(code -> exact(code, remedies.get(code), reason));
    }

    /** Another exchange type is a way out only for who may send it. */
    private boolean isOpen(Remedy remedy) {
        return remedy.exchangeType() == null
                || examined.catalogue()
                        .type(remedy.exchangeType())
                        .filter(type -> type.senders().contains(examined.senderCapacity()))
                        .isPresent();
    }

    private Stream<WayOut> exact(String code, Remedy remedy, Finding reason) {
        WayOut plain = WayOut.of(code, Optional.empty(), Optional.ofNullable(remedy.call()));
        WayOut personal = WayOut.of(code, reason.person(), Optional.ofNullable(remedy.call()));
        return switch (code) {
            case "ASK_CONSENT", "ASK_WAIVER" -> new ConsentToAsk(examined, reason).ways(personal);
            case "DROP_FIELDS" -> drop(personal, reason);
            case "CORRECT_FIELD", "ASK_RESIDENT_AGAIN" -> Stream.of(personal.with("fields", fields(reason)));
            case "COMPLETE_FIELDS" -> withSubject(personal.with("fields", minimum(reason)));
            case "NAME_SUBJECT" -> withoutSubject(stating(plain, List.of("persons.relation")));
            case "WEIGH_OBJECTION" -> Stream.of(plain).filter(way -> reason.check() != CheckName.PRECONDITION);
            case "ACCEPT_REFUSAL" -> Stream.of(plain).filter(way -> reason.check() == CheckName.PRECONDITION);
            case "ADD_BIRTHDATE" -> Stream.of(personal.with("fields", List.of("identity.birthdate")));
            case "IDENTIFY_PERSON" -> Stream.of(personal.with("fields", identification()));
            case "USE_VT_ROUTE" -> Stream.of(plain.with("exchangeTypes", List.of(remedy.exchangeType())));
            case "CHOOSE_EXCHANGE_TYPE" -> otherTypes(plain);
            case "CHOOSE_RECEIVER" -> Stream.of(plain.with("receiverCapacities", receivers()));
            case "USE_OWN_CAPACITY" -> Stream.of(plain.with("senderCapacities", ownCapacities()));
            case "OMIT_LEGAL_BASIS" ->
                Stream.of(plain.with("legalBasis", examined.rule().articles()));
            case "ADD_MOTIVATION" -> new ItemWays(examined, reason).motivate(plain);
            case "CHOOSE_REASON" -> new ItemWays(examined, reason).chooseReason(plain);
            case "NAME_ITEMS" -> new ItemWays(examined, reason).nameItems(plain);
            case "STATE_BSN_NECESSITY" -> Stream.of(stating(plain, List.of(member(Statement.BSN_NECESSARY))));
            case "STATE_INCAPACITY" -> Stream.of(stating(plain, List.of(member(Statement.PERSON_CANNOT_CONSENT))));
            case "MEET_PRECONDITION", "REGISTER_FACT" -> precondition(plain, reason);
            default -> Stream.of(plain);
        };
    }

    static WayOut stating(WayOut way, List<String> members) {
        return way.calling(RETRY).with("members", members);
    }

    private static String member(Statement statement) {
        return "circumstances." + statement.member();
    }

    /** Leaving out helps only where it is a field that is wrong, and where enough remains without it. */
    private Stream<WayOut> drop(WayOut way, Finding reason) {
        List<String> dropped = reason.check() == CheckName.CONSENT ? List.of() : fields(reason);
        return dropped.isEmpty() || breaksMinimum(reason, dropped)
                ? Stream.empty()
                : Stream.of(way.with("fields", dropped));
    }

    private boolean breaksMinimum(Finding reason, List<String> dropped) {
        return reason.check() != CheckName.REQUEST
                && examined.subjects().stream()
                        .filter(person ->
                                reason.person().map(person.ref()::equals).orElse(true))
                        .map(examined::remaining)
                        .anyMatch(remaining -> examined.rule().fields().mandatory().stream()
                                .filter(oneOf -> oneOf.stream().anyMatch(dropped::contains))
                                .anyMatch(oneOf -> remaining.stream()
                                        .filter(oneOf::contains)
                                        .allMatch(dropped::contains)));
    }

    /** What was left out, or is at fault, for this reason. */
    private List<String> fields(Finding reason) {
        Stream<String> removed = examined.removals().values().stream()
                .filter(removal -> removal.code() == reason.code())
                .filter(removal -> reason.person().map(removal.person()::equals).orElse(true))
                .map(Removal::field);
        return Stream.concat(reason.field().stream(), removed)
                .map(FieldRef::withoutItems)
                .distinct()
                .sorted()
                .toList();
    }

    /** Of an answer only what was asked: anything else would be left out. */
    private List<String> minimum(Finding reason) {
        Stream<String> alternatives = examined.rule().fields().mandatory().stream()
                .filter(oneOf -> reason.field().map(oneOf::contains).orElse(true))
                .flatMap(Collection::stream);
        return Stream.concat(alternatives, reason.field().stream())
                .distinct()
                .filter(path -> examined.asked()
                        .map(request -> request.fields().contains(path)
                                || examined.catalogue().fields().get(path).accompanies())
                        .orElse(true))
                .toList();
    }

    private static List<String> identification() {
        return Stream.concat(Stream.of(BsnCheck.FIELD), FallbackIdentity.FIELDS.stream())
                .toList();
    }

    /** Data cannot complete a message that says of nobody that it is about them. */
    private Stream<WayOut> withSubject(WayOut way) {
        return examined.subjects().isEmpty() ? Stream.empty() : Stream.of(way);
    }

    private Stream<WayOut> withoutSubject(WayOut way) {
        return examined.subjects().isEmpty() ? Stream.of(way) : Stream.empty();
    }

    /** Where there is no other, to choose one is no way out. */
    private Stream<WayOut> otherTypes(WayOut way) {
        List<String> types = otherTypes();
        return types.isEmpty() ? Stream.empty() : Stream.of(way.with("exchangeTypes", types));
    }

    private List<String> otherTypes() {
        return examined.catalogue().types().values().stream()
                .filter(type -> !type.id().equals(examined.type().id()))
                .filter(type -> type.rules().stream()
                        .anyMatch(rule -> rule.covers(
                                examined.senderCapacity(), examined.message().receiverCapacity())))
                .map(ExchangeType::id)
                .sorted()
                .toList();
    }

    private List<String> receivers() {
        return codes(examined.type().rules().stream()
                .filter(rule -> rule.senders().contains(examined.senderCapacity()))
                .flatMap(rule -> rule.receivers().stream()));
    }

    private List<String> ownCapacities() {
        return codes(
                examined.type().senders().stream().filter(examined.submitted().sender()::actsAs));
    }

    private static List<String> codes(Stream<Capacity> capacities) {
        return capacities.map(Capacity::code).distinct().sorted().toList();
    }

    /** Either a member of the message that must be stated, or a fact that must be registered. */
    private Stream<WayOut> precondition(WayOut way, Finding reason) {
        Optional<PreconditionRule> rule = examined.rule().preconditions().stream()
                .filter(candidate ->
                        reason.field().map(candidate.kind().name()::equals).orElse(false))
                .findFirst();
        List<String> members =
                rule.map(PreconditionRule::kind).map(Precondition::members).orElse(List.of());
        if (!members.isEmpty()) {
            return Stream.of(stating(way, members));
        }
        return fitsPair()
                ? Stream.of(
                        rule.map(r -> way.sending(FactToAsk.body(examined, r))).orElse(way))
                : elsewhere();
    }

    /** A fact about a receiver that may never have it would be registered for nothing. */
    private boolean fitsPair() {
        return examined.rule()
                .covers(examined.senderCapacity(), examined.message().receiverCapacity());
    }

    private Stream<WayOut> elsewhere() {
        return of(Finding.fail(
                CheckName.EXCHANGE_TYPE,
                Code.RECEIVER_NOT_ENTITLED,
                examined.rule().article()));
    }
}
