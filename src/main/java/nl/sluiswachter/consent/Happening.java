package nl.sluiswachter.consent;

import java.util.Optional;

/**
 * Something that happened to a consent, as a party reports it.
 *
 * @param state it leads to
 * @param person who of the persons concerned said so, where known
 * @param giving present exactly when consent was given
 * @param evidence reference to where the proof is kept (AVG art. 7 lid 1); never the proof itself
 * @param reason present exactly when the consent was found invalid
 */
public record Happening(
        ConsentState state,
        Optional<Giver> person,
        Optional<Giving> giving,
        Optional<String> evidence,
        Optional<Shown> shown,
        Optional<InvalidityReason> reason) {

    /** The person was asked. */
    public static Happening requested(Optional<String> evidence, Optional<Shown> shown) {
        return new Happening(
                ConsentState.REQUESTED, Optional.empty(), Optional.empty(), evidence, shown, Optional.empty());
    }

    /** The person said yes. */
    public static Happening given(Giver by, Giving giving, Optional<String> evidence, Optional<Shown> shown) {
        return new Happening(
                ConsentState.GIVEN, Optional.of(by), Optional.of(giving), evidence, shown, Optional.empty());
    }

    /** The person said no to a request. */
    public static Happening refused(Optional<Giver> by, Optional<String> evidence, Optional<Shown> shown) {
        return new Happening(ConsentState.REFUSED, by, Optional.empty(), evidence, shown, Optional.empty());
    }

    /** The person took it back. */
    public static Happening withdrawn(Optional<Giver> by, Optional<String> evidence, Optional<Shown> shown) {
        return new Happening(ConsentState.WITHDRAWN, by, Optional.empty(), evidence, shown, Optional.empty());
    }

    /** It turned out never to have been good. */
    public static Happening invalidated(InvalidityReason reason, Optional<String> evidence) {
        return new Happening(
                ConsentState.INVALIDATED,
                Optional.empty(),
                Optional.empty(),
                evidence,
                Optional.empty(),
                Optional.of(reason));
    }

    static Happening expired() {
        return new Happening(
                ConsentState.EXPIRED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the other reports the same once more; what a second report of an end adds to the first does not count. */
    boolean isRepeatedBy(Happening other) {
        return state.isEnd() ? state == other.state : equals(other);
    }
}
