package nl.sluiswachter.transferlog.search;

/** Why somebody looks into the log about others. */
public enum Ground {
    /** A resident asks what happened with the data (AVG art. 15). */
    ACCESS_REQUEST,
    /** A resident wants data rectified, erased or restricted (AVG art. 16 to 18). */
    RECTIFICATION,
    /** A complaint or an objection is handled (AVG art. 21, Awb ch. 9). */
    COMPLAINT,
    /** A personal data breach is investigated (AVG art. 33). */
    INCIDENT,
    /** The municipality accounts for what it does (AVG art. 5 lid 2). */
    AUDIT,
    /** The data protection officer or the authority supervises (AVG art. 39, 58). */
    SUPERVISION,
    /** Another logbook follows a trace (LDV read extension); not to be stated, it comes with that call. */
    LOGBOOK_READ;

    /** Whether transfers that are kept from the person concerned are shown to somebody who was no party to them. */
    public boolean opensConfidential() {
        return this == INCIDENT || this == SUPERVISION;
    }
}
