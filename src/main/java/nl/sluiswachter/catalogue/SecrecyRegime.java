package nl.sluiswachter.catalogue;

/** The professional secrecy a capacity is bound by. */
public enum SecrecyRegime {
    /** BW 7:457. */
    MEDICAL,
    /** Jeugdwet art. 7.3.11. */
    YOUTH,
    /** Wmo 2015 art. 5.3.3. */
    WMO,
    /** Participatiewet art. 65. */
    PW,
    /** Professional code only. */
    PROFESSIONAL_CODE,
    /** General duty of officials. */
    OFFICIAL,
    /** By contract only. */
    CONTRACT
}
