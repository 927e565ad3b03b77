package nl.sluiswachter.report;

/** Why something is not told to the person concerned (AVG art. 15 lid 4 and art. 23, UAVG art. 41; docs/resident-report.md). */
public enum HoldBackRule {
    /** The exchange type, or that of the consent, is confidential in the catalogue: Veilig Thuis and the report of concern. */
    CONFIDENTIAL_TYPE,
    /** The field came from Veilig Thuis; the rest of the transfer is told. */
    SAFETY_ORIGIN,
    /** Somebody looked up a confidential transfer. */
    REVEALING_LOOKUP,
    /** Somebody who investigates a crime asked to keep entries about the person (AVG art. 23 lid 1 onder d). */
    INVESTIGATION
}
