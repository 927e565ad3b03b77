package nl.sluiswachter.transfer;

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

    /** What an answer says about an item. */
    public enum Outcome {
        PROVIDED,
        PARTLY,
        REFUSED
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

    /** The same with what really became of it. */
    DataItem as(Outcome actual) {
        return new DataItem(field, purpose, necessity, Optional.of(actual), reason, conditions);
    }
}
