package nl.sluiswachter.facts;

/** What a rule needs to know besides the message. */
public enum FactKind {
    /** The municipality committed a provider for this resident (Wmo 2015 art. 5.2.1 lid 2 onder a). */
    COMMITMENT,
    /** A child protection measure such as an OTS is in force (Jeugdwet art. 7.3.11 lid 4). */
    LEGAL_MEASURE,
    /** The person objects to processing (AVG art. 21). */
    OBJECTION,
    /** Processing is restricted (AVG art. 18). */
    RESTRICTION,
    /** The address is secret in the BRP. */
    ADDRESS_SECRECY,
    /** A representative objects, or parents live apart: one signature no longer suffices. */
    REPRESENTATIVE_OBJECTION
}
