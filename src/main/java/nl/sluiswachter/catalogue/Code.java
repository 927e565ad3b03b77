package nl.sluiswachter.catalogue;

/**
 * Stable codes of findings and removals, part of the contract and never renamed. Their texts and remedies stand in
 * {@code reasons.yaml}; a loader test holds both together.
 */
public enum Code {
    // what passed
    PARTIES_KNOWN,
    PERSONS_CLEAR,
    TYPE_FITS,
    STATUTORY_BASIS,
    CONSENT_BASIS,
    PRECONDITIONS_MET,
    REQUEST_IN_ORDER,
    NO_OBJECTION,
    ORIGINS_ALLOWED,
    CONSENT_NOT_NEEDED,
    CONSENT_VALID,
    SECRECY_LIFTED,
    BSN_IN_ORDER,
    ADDRESS_IN_ORDER,
    FIELDS_ALLOWED,
    FIELDS_LEFT_OUT,
    FREE_TEXT_IN_ORDER,
    MINIMUM_PRESENT,
    OBLIGATIONS_SET,
    // who
    SENDER_NOT_ENTITLED,
    RECEIVER_NOT_ENTITLED,
    // purpose and basis
    LEGAL_BASIS_NOT_IN_FORCE,
    LEGAL_BASIS_UNKNOWN,
    PURPOSE_INCOMPATIBLE,
    JUSTIFICATION_MISSING,
    PRECONDITION_MISSING,
    MEASURE_NOT_ACTIVE,
    PERSON_CAN_CONSENT,
    USE_OTHER_CHANNEL,
    REQUEST_UNKNOWN,
    NOTHING_TO_ASK,
    ITEMS_MISSING,
    REPLY_TO_MISSING,
    NOT_ASKED,
    ITEM_REFUSED,
    ITEM_REASON_MISSING,
    OBJECTION_RECORDED,
    ORIGIN_STICKS,
    // consent
    EXPLICIT_CONSENT_REQUIRED,
    CONSENT_REQUIRED,
    CONSENT_WRONG_TYPE,
    CONSENT_WRONG_PERSON,
    CONSENT_WITHDRAWN,
    CONSENT_EXPIRED,
    CONSENT_NOT_SPECIFIC,
    CONSENT_NOT_FREE,
    CONSENT_OTHER_PERSON_MISSING,
    REP_OBJECTION,
    AGE_UNKNOWN,
    SECRECY_NOT_LIFTED,
    SUBJECT_AMBIGUOUS,
    // data
    BSN_INVALID,
    BSN_NOT_ALLOWED,
    BSN_NOT_NECESSARY,
    IDENTITY_INCOMPLETE,
    FIELD_NOT_ALLOWED,
    FIELD_MALFORMED,
    SOURCE_PROTECTED,
    ADDRESS_PROTECTED,
    FREE_TEXT_MASKED,
    MINIMUM_MISSING,
    RULE_NOT_EVALUATED;

    /** Whether the code stands for something that is wrong, as all do from the first that names a refusal. */
    public boolean refuses() {
        return compareTo(SENDER_NOT_ENTITLED) >= 0;
    }
}
