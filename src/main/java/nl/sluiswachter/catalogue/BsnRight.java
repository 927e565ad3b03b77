package nl.sluiswachter.catalogue;

/** Whether a BSN may appear (UAVG art. 46: only where a law prescribes it). */
public enum BsnRight {
    /** Prescribed by law; without it the fallback identity set must identify the person. */
    PRESCRIBED,
    /** Allowed where the sender holds it. */
    ALLOWED,
    /** Only when the message states that it is necessary (Participatiewet art. 68 lid 2). */
    WHEN_NECESSARY,
    NEVER
}
