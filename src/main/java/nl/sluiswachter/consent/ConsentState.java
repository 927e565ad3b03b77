package nl.sluiswachter.consent;

import java.util.Set;

/** The state that the last event left a consent in. The database holds the same steps ({@code consent_event_step}). */
public enum ConsentState {
    /** The person was asked and did not answer yet. */
    REQUESTED,
    /** The only state that counts for a decision, and only within its period. */
    GIVEN,
    /** The person said no. */
    REFUSED,
    /** Taken back by the person (AVG art. 7 lid 3); works forward. */
    WITHDRAWN,
    /** Its period, or the term for an answer, is over. */
    EXPIRED,
    /** It turned out never to have been good. */
    INVALIDATED;

    /** Whether this may follow on a consent in the other state. */
    public boolean mayFollow(ConsentState before) {
        return switch (before) {
            case REQUESTED -> Set.of(GIVEN, REFUSED, EXPIRED).contains(this);
            case GIVEN -> Set.of(WITHDRAWN, EXPIRED, INVALIDATED).contains(this);
            default -> false;
        };
    }

    /** Whether nothing can follow. */
    public boolean isEnd() {
        return this != REQUESTED && this != GIVEN;
    }

    /** Whether the person once said a yes that was good; what was asked for, refused or found invalid never was a consent. */
    public boolean wasGiven() {
        return this != REQUESTED && this != REFUSED && this != INVALIDATED;
    }
}
