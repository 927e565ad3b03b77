package nl.sluiswachter.catalogue;

/** A circumstance or fact without which an exchange type may not be used. */
public enum Precondition {
    /** The receiver is committed for this resident: fact COMMITMENT. */
    COMMITMENT,
    /** A child protection measure is in force: fact LEGAL_MEASURE. */
    LEGAL_MEASURE,
    /** The message says whether the person was informed, and if not why. */
    INFORMED_STATUS,
    /** The message asks a question. */
    QUESTION,
    /** The message states nature and severity of the suspicion. */
    NATURE_AND_SEVERITY,
    /** A reminder was sent before the signal (Besluit gemeentelijke schuldhulpverlening art. 2). */
    REMINDER_SENT,
    /** The person did not refuse when asked (Besluit gemeentelijke schuldhulpverlening art. 2). */
    NOT_REFUSED,
    /** Another channel is prescribed, and the message states that it cannot be used. */
    CHANNEL_UNAVAILABLE,
    /** The message is not a notice of absence, which has a channel of its own (Leerplichtwet 1969 art. 21a). */
    NO_ABSENCE_NOTICE,
    /** The person cannot consent (UAVG art. 22 lid 2 onder b). */
    PERSON_CANNOT_CONSENT
}
