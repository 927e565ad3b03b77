package nl.sluiswachter.consent;

/** What a person agreed to; the four are never exchanged for one another. */
public enum ConsentKind {
    /** Ground for processing, AVG art. 6(1)(a) and 9(2)(a). */
    PROCESSING,
    /** Lifts professional secrecy. */
    SECRECY_WAIVER,
    /** Agreeing to help; never satisfies a data rule. */
    CARE,
    /** Written declaration of Participatiewet art. 65 lid 2 onder b. */
    PW_WRITTEN
}
