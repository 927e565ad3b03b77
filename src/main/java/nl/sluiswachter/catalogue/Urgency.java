package nl.sluiswachter.catalogue;

/** How fast a message of a type may have to go. */
public enum Urgency {
    ROUTINE,
    URGENT,
    /** Now; for danger to life the telephone comes first. */
    ACUTE
}
