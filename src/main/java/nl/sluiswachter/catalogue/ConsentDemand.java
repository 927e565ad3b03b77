package nl.sluiswachter.catalogue;

/** Whether an exchange type rests on consent. */
public enum ConsentDemand {
    NONE,
    /** Free, specific and unambiguous. */
    REQUIRED,
    /** Also explicit: special categories or a statute that says so. */
    EXPLICIT
}
