package nl.sluiswachter.catalogue;

/** What sets the sender's secrecy aside for an exchange type. */
public enum SecrecyLift {
    /** Law itself allows or orders the disclosure. */
    BY_LAW,
    /** A consent of kind SECRECY_WAIVER by the person. */
    WAIVER,
    /** A waiver as above, or where it is missing a recorded weighing of conflicting duties. */
    WAIVER_OR_WEIGHING,
    /** A weighing of interests, recorded in the message. */
    WEIGHING,
    /** The consent of the exchange type itself suffices. */
    CONSENT
}
