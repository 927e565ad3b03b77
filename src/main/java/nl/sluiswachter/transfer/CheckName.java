package nl.sluiswachter.transfer;

/** The checks, in the order in which they run and are reported. */
public enum CheckName {
    PARTIES,
    EXCHANGE_TYPE,
    PURPOSE,
    IDENTITY,
    PRECONDITION,
    REQUEST,
    OBJECTION,
    ORIGIN,
    CONSENT,
    SECRECY,
    BSN,
    ADDRESS,
    FIELDS,
    MINIMUM,
    FREE_TEXT,
    OBLIGATION;

    /** Whether every decision has a finding of it; only a permit has obligations. */
    public boolean isInEveryDecision() {
        return this != OBLIGATION;
    }
}
