package nl.sluiswachter.transfer;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.kernel.SubjectKey;

/**
 * Does a request ask only for what an answer may hold, with a reason for each item, and does an answer hold nothing that
 * was not asked? A question is a disclosure too: its items are kept as small as an answer's data (AVG art. 5).
 */
final class RequestCheck implements Check {

    private static final String MINIMISATION = "AVG art. 5 lid 1 onder c";
    private static final String PURPOSE_LIMITATION = "AVG art. 5 lid 1 onder b";

    @Override
    public CheckName name() {
        return CheckName.REQUEST;
    }

    @Override
    public Verdict examine(Case input) {
        Verdict.Builder verdict = new Verdict.Builder();
        Optional<ExchangeRule> answer = answerTo(input);
        if (answer.isPresent()) {
            ask(input, answer.get(), verdict);
        } else if (input.type().answers() == null) {
            input.message().dataItems().forEach(item -> verdict.removeItem(item, Code.FIELD_NOT_ALLOWED, MINIMISATION));
        } else {
            onlyListed(input, verdict);
            onlyGiven(input, verdict);
            answer(input, verdict);
        }
        boolean all = verdict.isWithoutRemovals();
        return verdict.orElse(
                all
                        ? Finding.pass(
                                CheckName.REQUEST,
                                Code.REQUEST_IN_ORDER,
                                input.rule().article())
                        : Finding.limited(CheckName.REQUEST, Code.FIELDS_LEFT_OUT, MINIMISATION));
    }

    /** The rule for the answer to this message, where it is a request. */
    private static Optional<ExchangeRule> answerTo(Case input) {
        return input.catalogue()
                .answerTo(input.type())
                .map(type -> type.rule(
                        input.message().receiverCapacity(),
                        input.senderCapacity(),
                        input.rule().purpose()));
    }

    private static void onlyListed(Case input, Verdict.Builder verdict) {
        input.message().dataItems().stream()
                .filter(item -> !input.rule().fields().allow(Relation.SUBJECT, item.field()))
                .forEach(item -> verdict.removeItem(item, Code.FIELD_NOT_ALLOWED, MINIMISATION));
    }

    /** What the sender says it does not give must not be there, what it says it gives must, and else it says why. */
    private static void onlyGiven(Case input, Verdict.Builder verdict) {
        for (DataItem item : input.message().dataItems()) {
            if (!isReasoned(input, item)) {
                verdict.add(Finding.fail(CheckName.REQUEST, Code.ITEM_REASON_MISSING, MINIMISATION)
                        .at(FieldRef.of(item).path()));
            }
            if (item.outcome().filter(DataItem.Outcome.REFUSED::equals).isPresent()) {
                holders(input, item)
                        .forEach(person -> verdict.remove(person, item.field(), Code.ITEM_REFUSED, PURPOSE_LIMITATION));
            }
        }
    }

    private static boolean isReasoned(Case input, DataItem item) {
        return switch (item.outcome().orElse(DataItem.Outcome.PROVIDED)) {
            case PROVIDED -> isGiven(input, item);
            case PARTLY -> isGiven(input, item) && item.reason().isPresent();
            case REFUSED -> item.isRefused();
        };
    }

    /** What the type does not list is left out, and so is the item. */
    private static boolean isGiven(Case input, DataItem item) {
        return !input.rule().fields().allow(Relation.SUBJECT, item.field())
                || holders(input, item).findAny().isPresent();
    }

    private static Stream<Person> holders(Case input, DataItem item) {
        return input.persons().stream().filter(person -> person.fields().containsKey(item.field()));
    }

    private static void ask(Case input, ExchangeRule answer, Verdict.Builder verdict) {
        List<DataItem> items = input.message().dataItems();
        if (items.isEmpty()) {
            verdict.add(Finding.fail(CheckName.REQUEST, Code.ITEMS_MISSING, MINIMISATION)
                    .at("dataItems"));
        }
        for (DataItem item : items) {
            if (!answer.fields().allow(Relation.SUBJECT, item.field())) {
                verdict.removeItem(item, Code.FIELD_NOT_ALLOWED, MINIMISATION);
            } else if (item.necessity().isEmpty() || item.purpose().isEmpty()) {
                verdict.removeItem(item, Code.JUSTIFICATION_MISSING, MINIMISATION);
            }
        }
        if (!items.isEmpty() && items.stream().allMatch(verdict::isRemoved)) {
            verdict.add(Finding.fail(CheckName.REQUEST, Code.NOTHING_TO_ASK, MINIMISATION));
        }
    }

    /** A question can come by telephone; whether an answer to one may go, the type says. */
    private static void answer(Case input, Verdict.Builder verdict) {
        if (input.message().replyTo().isPresent()) {
            belongs(input, verdict);
        } else if (input.type().namesItsRequest()) {
            verdict.add(Finding.fail(CheckName.REQUEST, Code.REPLY_TO_MISSING, PURPOSE_LIMITATION)
                    .at("replyTo"));
        }
    }

    private static void belongs(Case input, Verdict.Builder verdict) {
        Optional<Requests.Asked> asked = input.asked().filter(request -> isOurs(input, request));
        if (asked.isEmpty()) {
            verdict.add(Finding.fail(CheckName.REQUEST, Code.REQUEST_UNKNOWN, PURPOSE_LIMITATION)
                    .at("replyTo"));
            return;
        }
        for (Person person : input.subjects()) {
            List<SubjectKey> keys = input.identities().get(person.ref()).keys();
            Set<SubjectKey> about = asked.get().subjects();
            if (Collections.disjoint(keys, about)) {
                Code code = keys.isEmpty() ? Code.IDENTITY_INCOMPLETE : Code.NOT_ASKED;
                verdict.add(Finding.fail(CheckName.REQUEST, code, PURPOSE_LIMITATION)
                        .about(person));
            }
        }
        onlyNamed(input, asked.get().relations(), verdict);
        onlyAsked(input, asked.get().fields(), verdict);
    }

    /** The request must have gone from our receiver to our sender, under the type that this one answers. */
    private static boolean isOurs(Case input, Requests.Asked request) {
        return request.exchangeType().equals(input.type().answers())
                && request.sender().equals(input.message().receiver())
                && request.senderCapacity().equals(input.message().receiverCapacity())
                && request.receiver().equals(input.submitted().sender().oin())
                && request.receiverCapacity().equals(input.senderCapacity());
    }

    /** Of others nothing but where the request named such a person: that a partner exists is an answer too. */
    private static void onlyNamed(Case input, Set<Relation> named, Verdict.Builder verdict) {
        input.persons().stream()
                .filter(person -> !named.contains(person.relation()) && person.relation() != Relation.SUBJECT)
                .forEach(person -> input.remaining(person)
                        .forEach(path -> verdict.remove(person, path, Code.NOT_ASKED, PURPOSE_LIMITATION)));
    }

    private static void onlyAsked(Case input, Set<String> asked, Verdict.Builder verdict) {
        for (Person person : input.persons()) {
            PersonConsents consents = new PersonConsents(input, person);
            input.remaining(person).stream()
                    .filter(path -> !asked.contains(path) && !consents.accompanies(path))
                    .forEach(path -> verdict.remove(person, path, Code.NOT_ASKED, PURPOSE_LIMITATION));
        }
        input.message().dataItems().stream()
                .filter(item -> !asked.contains(item.field()))
                .forEach(item -> verdict.removeItem(item, Code.NOT_ASKED, PURPOSE_LIMITATION));
    }
}
