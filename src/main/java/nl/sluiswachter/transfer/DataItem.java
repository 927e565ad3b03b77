package nl.sluiswachter.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing that a request asks for, or what an answer says about it.
 *
 * @param field path in the vocabulary
 * @param purpose for a request: what it is for
 * @param necessity for a request: why it is necessary
 * @param outcome for an answer: whether it is given
 * @param reason for an answer: why it is not given, or not whole
 * @param conditions for an answer: on what conditions it may be used
 */
public record DataItem(
        String field,
        Optional<String> purpose,
        Optional<String> necessity,
        Optional<Outcome> outcome,
        Optional<String> reason,
        List<String> conditions) {

    public DataItem {
        conditions = List.copyOf(conditions);
    }

    /** Why an item is not given; a closed list, because a reason in words can say what is not given. */
    public enum Refusal {
        /** The sender does not have it. */
        NOT_HELD,
        /** The sender does not find it necessary. */
        NOT_NECESSARY,
        /** Professional secrecy stands in the way. */
        SECRECY,
        /** The person does not want it. */
        PERSON_REFUSES,
        /** The person can tell it. */
        ASK_THE_PERSON,
        /** Compelling reasons, known to the sender. */
        COMPELLING_REASON;

        /** All of them, in their order. */
        static List<String> names() {
            return Arrays.stream(values()).map(Enum::name).toList();
        }

        static boolean has(String reason) {
            return Arrays.stream(values()).anyMatch(refusal -> refusal.name().equals(reason));
        }
    }

    /** What an answer says about an item. */
    public enum Outcome {
        PROVIDED,
        PARTLY,
        REFUSED
    }

    /** Whether its sender does not give it, for a reason on the list. */
    boolean isRefused() {
        return outcome.filter(Outcome.REFUSED::equals).isPresent()
                && reason.filter(Refusal::has).isPresent();
    }

    /** Everything in it that somebody wrote. */
    List<String> texts() {
        return Stream.of(purpose.stream(), necessity.stream(), reason.stream(), conditions.stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** An item that the answer leaves unspoken. */
    static DataItem silent(String field, Outcome outcome) {
        return new DataItem(
                field, Optional.empty(), Optional.empty(), Optional.of(outcome), Optional.empty(), List.of());
    }

    /** The same when its data go along: what is said about them goes where they go. */
    DataItem given() {
        Outcome stated = outcome.orElse(Outcome.PROVIDED);
        return new DataItem(field, Optional.empty(), Optional.empty(), Optional.of(stated), reason, conditions);
    }

    /** The same when its data do not go along: then no words about them go either. */
    DataItem withheld() {
        return new DataItem(
                field,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Outcome.REFUSED),
                reason.filter(Refusal::has),
                List.of());
    }
}
