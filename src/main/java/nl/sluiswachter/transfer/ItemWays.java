package nl.sluiswachter.transfer;

import java.util.List;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;

/** The ways out of a refusal that lie in the items of a request or an answer. */
final class ItemWays {

    private static final List<String> ITEM = List.of("dataItems.field", "dataItems.purpose", "dataItems.necessity");

    private static final List<String> REFUSAL = List.of("dataItems.field", "dataItems.outcome", "dataItems.reason");

    private final Case examined;
    private final Finding reason;

    ItemWays(Case examined, Finding reason) {
        this.examined = examined;
        this.reason = reason;
    }

    /** What is not given at all needs a reason from the list; for a part any words do. Who answers may refuse it all. */
    Stream<WayOut> chooseReason(WayOut way) {
        if (reason.code() != Code.MINIMUM_MISSING) {
            return Stream.of(reasoned(way));
        }
        boolean refusable = examined.rule().fields().mandatory().stream()
                .filter(oneOf -> reason.field().filter(oneOf::contains).isPresent())
                .anyMatch(oneOf -> RefusedAnswer.canSpare(examined.catalogue(), examined.type(), oneOf));
        return refusable
                ? Stream.of(WaysOut.stating(way, REFUSAL).with("reasons", DataItem.Refusal.names()))
                : Stream.empty();
    }

    private WayOut reasoned(WayOut way) {
        List<String> fields =
                reason.field().map(FieldRef::withoutItems).map(List::of).orElse(List.of());
        WayOut stated = WaysOut.stating(way, List.of("dataItems.reason")).with("fields", fields);
        if (isRefused()) {
            return stated.with("reasons", DataItem.Refusal.names());
        }
        return fields.stream().anyMatch(this::isGiven)
                ? stated
                : stated.with("members", REFUSAL.subList(1, 3)).with("reasons", DataItem.Refusal.names());
    }

    private boolean isGiven(String path) {
        return examined.persons().stream().anyMatch(person -> person.fields().containsKey(path));
    }

    private boolean isRefused() {
        return examined.message().dataItems().stream()
                .filter(item ->
                        reason.field().filter(FieldRef.of(item).path()::equals).isPresent())
                .anyMatch(item ->
                        item.outcome().filter(DataItem.Outcome.REFUSED::equals).isPresent());
    }

    /** Of items of which none may be asked, only those that want words can be helped so. */
    Stream<WayOut> motivate(WayOut way) {
        WayOut stated = WaysOut.stating(way, motivation());
        if (reason.code() != Code.NOTHING_TO_ASK) {
            return Stream.of(stated);
        }
        List<String> wanting = leftOut(Code.JUSTIFICATION_MISSING);
        return wanting.isEmpty() ? Stream.empty() : Stream.of(stated.with("fields", wanting));
    }

    /** Without any item, and instead of one that may not be asked, another is to be named. */
    Stream<WayOut> nameItems(WayOut way) {
        boolean helps = reason.code() != Code.NOTHING_TO_ASK
                || !leftOut(Code.FIELD_NOT_ALLOWED).isEmpty();
        return helps ? Stream.of(WaysOut.stating(way, ITEM).with("fields", askable())) : Stream.empty();
    }

    private List<String> leftOut(Code code) {
        return examined.message().dataItems().stream()
                .filter(item -> examined.isRemovedFor(item, code))
                .map(DataItem::field)
                .toList();
    }

    private List<String> motivation() {
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
}
