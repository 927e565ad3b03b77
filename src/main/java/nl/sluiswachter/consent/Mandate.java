package nl.sluiswachter.consent;

/** On what ground an adult is represented (BW 1:378, 1:431, 1:450; UAVG art. 5 lid 2). */
public enum Mandate {
    CURATELE,
    BEWIND,
    MENTORSCHAP
}
