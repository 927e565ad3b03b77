package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.party.Capacity;

/** How to get from this refusal to a permit: the remedies of its reasons, each made exact for this message. */
final class WaysOut {

    /** What is left where nothing that the sender can do helps: no refusal goes without a way. */
    private static final String REVIEW = "HUMAN_REVIEW";

    private static final String RETRY = "POST /v1/transfers";

    /** Before the path of an item; in a remedy a field is written as in the data. */
    private static final String ITEMS = "dataItems.";

    private static final List<String> ITEM = List.of("dataItems.field", "dataItems.purpose", "dataItems.necessity");

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

    private Stream<WayOut> of(Finding reason) {
        Map<String, Remedy> remedies = examined.catalogue().texts().remedies();
        return examined.catalogue().texts().reasons().get(reason.code()).remedies().stream()
                .filter(code -> isOpen(remedies.get(code)))
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
            case "COMPLETE_FIELDS" -> Stream.of(personal.with("fields", minimum(reason)));
            case "ADD_BIRTHDATE" -> Stream.of(personal.with("fields", List.of("identity.birthdate")));
            case "IDENTIFY_PERSON" -> Stream.of(personal.with("fields", identification()));
            case "USE_VT_ROUTE" -> Stream.of(plain.with("exchangeTypes", List.of(remedy.exchangeType())));
            case "CHOOSE_EXCHANGE_TYPE" -> Stream.of(plain.with("exchangeTypes", otherTypes()));
            case "CHOOSE_RECEIVER" -> Stream.of(plain.with("receiverCapacities", receivers()));
            case "USE_OWN_CAPACITY" -> Stream.of(plain.with("senderCapacities", ownCapacities()));
            case "OMIT_LEGAL_BASIS" ->
                Stream.of(plain.with("legalBasis", examined.rule().articles()));
            case "ADD_MOTIVATION" -> motivate(plain, reason);
            case "CHOOSE_REASON" -> Stream.of(reasoned(plain, reason));
            case "NAME_ITEMS" -> nameItems(plain, reason);
            case "STATE_BSN_NECESSITY" -> Stream.of(stating(plain, List.of(member(Statement.BSN_NECESSARY))));
            case "STATE_INCAPACITY" -> Stream.of(stating(plain, List.of(member(Statement.PERSON_CANNOT_CONSENT))));
            case "MEET_PRECONDITION", "REGISTER_FACT" -> Stream.of(precondition(plain, reason));
            default -> Stream.of(plain);
        };
    }

    private static WayOut stating(WayOut way, List<String> members) {
        return way.calling(RETRY).with("members", members);
    }

    private static String member(Statement statement) {
        return "circumstances." + statement.member();
    }

    /** What is not given at all needs a reason from the list; for a part any words do. */
    private WayOut reasoned(WayOut way, Finding reason) {
        WayOut stated = stating(way, List.of("dataItems.reason")).with("fields", fields(reason));
        boolean refused = examined.message().dataItems().stream()
                .filter(item ->
                        reason.field().filter(FieldRef.of(item).path()::equals).isPresent())
                .anyMatch(item ->
                        item.outcome().filter(DataItem.Outcome.REFUSED::equals).isPresent());
        return refused ? stated.with("reasons", DataItem.Refusal.names()) : stated;
    }

    /** Of items of which none may be asked, only those that want words can be helped so. */
    private Stream<WayOut> motivate(WayOut way, Finding reason) {
        WayOut stated = stating(way, motivation(reason));
        if (reason.code() != Code.NOTHING_TO_ASK) {
            return Stream.of(stated);
        }
        List<String> wanting = itemsLeftOut(Code.JUSTIFICATION_MISSING);
        return wanting.isEmpty() ? Stream.empty() : Stream.of(stated.with("fields", wanting));
    }

    /** Without any item, and instead of one that may not be asked, another is to be named. */
    private Stream<WayOut> nameItems(WayOut way, Finding reason) {
        boolean helps = reason.code() != Code.NOTHING_TO_ASK
                || !itemsLeftOut(Code.FIELD_NOT_ALLOWED).isEmpty();
        return helps ? Stream.of(stating(way, ITEM).with("fields", askable())) : Stream.empty();
    }

    private List<String> itemsLeftOut(Code code) {
        return examined.message().dataItems().stream()
                .filter(item -> examined.isRemovedFor(item, code))
                .map(DataItem::field)
                .toList();
    }

    private List<String> motivation(Finding reason) {
        if (reason.check() == CheckName.REQUEST) {
            return List.of("dataItems.purpose", "dataItems.necessity");
        }
        return examined.message().necessity().isBlank() ? List.of("necessity") : List.of("circumstances.weighing");
    }

    /** What a request may ask for: all that its answer may hold, except what only says who it is about. */
    private List<String> askable() {
        Lane.Items items = Lane.Items.between(
                examined.catalogue(),
                examined.type(),
                examined.rule(),
                examined.senderCapacity(),
                examined.message().receiverCapacity());
        return items.paths().stream()
                .filter(path -> !examined.catalogue().fields().get(path).accompanies())
                .toList();
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
                .map(path -> path.startsWith(ITEMS) ? path.substring(ITEMS.length()) : path)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> minimum(Finding reason) {
        Stream<String> alternatives = examined.rule().fields().mandatory().stream()
                .filter(oneOf -> reason.field().map(oneOf::contains).orElse(true))
                .flatMap(Collection::stream);
        return Stream.concat(alternatives, reason.field().stream()).distinct().toList();
    }

    private static List<String> identification() {
        return Stream.concat(Stream.of(BsnCheck.FIELD), FallbackIdentity.FIELDS.stream())
                .toList();
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
    private WayOut precondition(WayOut way, Finding reason) {
        Optional<PreconditionRule> rule = examined.rule().preconditions().stream()
                .filter(candidate ->
                        reason.field().map(candidate.kind().name()::equals).orElse(false))
                .findFirst();
        List<String> members =
                rule.map(PreconditionRule::kind).map(Precondition::members).orElse(List.of());
        return members.isEmpty() ? rule.map(r -> way.sending(fact(r))).orElse(way) : stating(way, members);
    }

    private ObjectNode fact(PreconditionRule rule) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(
                "kind",
                rule.kind() == Precondition.COMMITMENT ? FactKind.COMMITMENT.name() : FactKind.LEGAL_MEASURE.name());
        examined.submitted()
                .receiver()
                .ifPresent(receiver -> body.put("party", receiver.oin().value()));
        rule.measures().stream().sorted().findFirst().ifPresent(measure -> body.putObject("detail")
                .put("measure", measure));
        return body;
    }
}
