package nl.sluiswachter.catalogue;

/** How a person in a message relates to the case. */
public enum Relation {
    SUBJECT,
    PARENT,
    PARTNER,
    CHILD,
    HOUSEHOLD,
    REPRESENTATIVE,
    CARER
}
