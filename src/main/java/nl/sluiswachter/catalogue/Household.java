package nl.sluiswachter.catalogue;

/** About whom besides the subject data may go. */
public enum Household {
    /** About nobody else. */
    NONE,
    /** About those relations that the allow-list names, and only what it names. */
    LISTED,
    /** As listed, and only about those who consented themselves. */
    OWN_CONSENT
}
