package nl.sluiswachter.facts;

/** Child protection and youth justice measures that a {@link FactKind#LEGAL_MEASURE} may name. */
public enum Measure {
    /** Ondertoezichtstelling (BW 1:255). */
    OTS,
    /** Voorlopige ondertoezichtstelling (BW 1:257). */
    VOORLOPIGE_OTS,
    /** Guardianship by a certified institution (BW 1:302). */
    VOOGDIJ,
    /** Provisional guardianship (BW 1:241). */
    VOORLOPIGE_VOOGDIJ,
    /** Placement out of home (BW 1:265b). */
    UITHUISPLAATSING,
    /** Youth probation (Sr 77hh). */
    JEUGDRECLASSERING,
    /** Closed youth care (Jeugdwet art. 6.1.2). */
    GESLOTEN_JEUGDHULP
}
