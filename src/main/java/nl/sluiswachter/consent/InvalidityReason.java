package nl.sluiswachter.consent;

/** Why a consent was never good (AVG art. 4(11) and 7). */
public enum InvalidityReason {
    /** Given under pressure or as a condition. */
    NOT_FREE,
    /** The person did not know what it was for. */
    NOT_INFORMED,
    /** It did not say to whom, for what or which data. */
    NOT_SPECIFIC,
    /** Given by somebody who could not give it. */
    WRONG_GIVER,
    /** That it was given cannot be shown (AVG art. 7 lid 1). */
    NOT_PROVEN,
    /** Registered about the wrong person or with the wrong content. */
    REGISTERED_IN_ERROR
}
