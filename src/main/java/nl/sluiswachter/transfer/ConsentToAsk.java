package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.catalogue.SecrecyLift;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.kernel.Oin;

/**
 * Exactly which consent to ask so that this message may go: receiver, purpose, fields and who must give it, ready as the
 * body of {@code POST /v1/consents}; only the identity of the person is left to its sender.
 */
final class ConsentToAsk {

    private static final Set<Code> FOR_WANT_OF_CONSENT = Set.of(
            Code.EXPLICIT_CONSENT_REQUIRED,
            Code.CONSENT_REQUIRED,
            Code.CONSENT_WRONG_TYPE,
            Code.CONSENT_WRONG_PERSON,
            Code.CONSENT_WITHDRAWN,
            Code.CONSENT_EXPIRED,
            Code.CONSENT_NOT_FREE,
            Code.REP_OBJECTION,
            Code.AGE_UNKNOWN,
            Code.CONSENT_NOT_SPECIFIC,
            Code.CONSENT_OTHER_PERSON_MISSING,
            Code.SECRECY_NOT_LIFTED,
            Code.ORIGIN_STICKS);

    private static final Set<SecrecyLift> WAIVED = EnumSet.of(SecrecyLift.WAIVER, SecrecyLift.WAIVER_OR_WEIGHING);

    private final Case examined;
    private final Finding reason;

    ConsentToAsk(Case examined, Finding reason) {
        this.examined = examined;
        this.reason = reason;
    }

    /** One way per person and kind of consent; none where it is not for want of consent that the message may not go. */
    Stream<WayOut> ways(WayOut way) {
        if (!FOR_WANT_OF_CONSENT.contains(reason.code())) {
            return Stream.empty();
        }
        boolean waiver = way.code().equals("ASK_WAIVER");
        List<WayOut> ways = examined.persons().stream()
                .filter(person -> reason.person().map(person.ref()::equals).orElse(true))
                .flatMap(person -> (waiver ? Set.of(ConsentKind.SECRECY_WAIVER) : kinds(person))
                        .stream().flatMap(kind -> ways(way, person, kind)))
                .toList();
        return ways.isEmpty() ? Stream.of(way) : ways.stream();
    }

    /** What was refused is not asked again: of that the sender is told that the answer was no. */
    private Stream<WayOut> ways(WayOut way, Person person, ConsentKind kind) {
        List<String> wanted = fields(person, kind);
        List<String> givers = new ConsentJudge(examined).givers(person, kind, wanted);
        List<String> refused = new SaidNo(examined, person, kind).among(wanted, givers);
        List<String> open =
                wanted.stream().filter(path -> !refused.contains(path)).toList();
        return Stream.concat(
                refused.isEmpty()
                        ? Stream.empty()
                        : Stream.of(instead(way, person).with("fields", refused)),
                open.isEmpty() ? Stream.empty() : Stream.of(ask(way, person, kind, open)));
    }

    private WayOut instead(WayOut way, Person person) {
        String code = examined.catalogue().texts().remedies().get(way.code()).whenRefused();
        return WayOut.of(code, Optional.of(person.ref()), Optional.empty());
    }

    private WayOut ask(WayOut way, Person person, ConsentKind kind, List<String> fields) {
        WayOut about = WayOut.of(way.code(), Optional.of(person.ref()), way.call())
                .with("givenBy", new ConsentJudge(examined).givers(person, kind, fields))
                .with("members", new ConsentJudge(examined).lackingFreedom(person, kind));
        return examined.submitted()
                .receiver()
                .map(receiver -> about.sending(body(kind, fields, receiver.oin())))
                .orElse(about);
    }

    /** What the type asks for, and what the origins of this person's fields ask besides. */
    private Set<ConsentKind> kinds(Person person) {
        Set<ConsentKind> kinds = new LinkedHashSet<>();
        if (examined.rule().consent().demand() != ConsentDemand.NONE) {
            kinds.addAll(examined.rule().consent().kinds());
        }
        for (String path : person.fields().keySet()) {
            for (Origin origin : examined.originsOf(person, path)) {
                examined.crossingByConsent(origin).ifPresent(cell -> {
                    kinds.add(ConsentKind.PROCESSING);
                    Optional.ofNullable(cell.alsoNeeds()).ifPresent(kinds::add);
                });
            }
        }
        return kinds;
    }

    /**
     * Fields on the list that only want consent of this kind and do not have it. For what goes on another ground nobody is
     * asked, so where the exchange itself rests on none only what crosses from another law; those that merely identify go
     * along, unless they cross.
     */
    private List<String> fields(Person person, ConsentKind kind) {
        PersonConsents consents = new PersonConsents(examined, person);
        List<String> open = person.fields().keySet().stream()
                .filter(path -> examined.isAllowed(person, path) && !isLost(person, path))
                .filter(path -> !consents.covers(kind, path))
                .toList();
        boolean whole = isAskedByType(kind);
        List<String> named = open.stream()
                .filter(path -> whole && !consents.accompanies(path) || examined.crossesBy(kind, person, path))
                .toList();
        Stream<String> asked = whole ? asked(person) : Stream.empty();
        List<String> content = Stream.concat(named.stream(), asked).distinct().toList();
        return whole && content.isEmpty() ? open : content;
    }

    /** Whether the exchange rests on it whatever its data are. */
    private boolean isAskedByType(ConsentKind kind) {
        boolean ground = examined.rule().consent().demand() != ConsentDemand.NONE
                && examined.rule().consent().kinds().contains(kind);
        return ground
                || kind == ConsentKind.SECRECY_WAIVER
                        && WAIVED.contains(examined.rule().secrecy().lift());
    }

    /** What is asked about the person: who consents to the question must know what it asks for. */
    private Stream<String> asked(Person person) {
        boolean request = examined.catalogue().answerTo(examined.type()).isPresent();
        return request && person.relation() == Relation.SUBJECT
                ? examined.message().dataItems().stream()
                        .filter(item -> !examined.isRemoved(item))
                        .map(DataItem::field)
                : Stream.empty();
    }

    private boolean isLost(Person person, String path) {
        return examined.removal(person, path)
                .filter(removal -> !FOR_WANT_OF_CONSENT.contains(removal.code()))
                .isPresent();
    }

    private ObjectNode body(ConsentKind kind, List<String> fields, Oin receiver) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("state", "REQUESTED");
        body.put("kind", kind.name());
        body.putArray("exchangeTypes").add(examined.type().id());
        if (examined.type().purposes().size() > 1) {
            body.put("purpose", examined.rule().purpose());
        }
        body.put("sender", examined.submitted().sender().oin().value());
        body.putArray("receivers").add(receiver.value());
        fields.forEach(body.withArray("dataCategories")::add);
        return body;
    }
}
