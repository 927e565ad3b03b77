package nl.sluiswachter.catalogue;

/** The law or source under which a field was obtained; it sticks to the field, whatever crosses later. */
public enum Origin {
    WMO,
    JEUGDWET,
    /** File of a youth care professional (Jeugdwet art. 7.3.8); data the college obtained are JEUGDWET. */
    JEUGDHULP,
    PW,
    WGS,
    /** Early signal of arrears (Wgs art. 8b). */
    WGS_SIGNAL,
    WI2021,
    LEERPLICHT,
    VT,
    ZVW,
    SCHOOL,
    /** Data under the pending bill 36295; no use of it is law today. */
    WAMS,
    /** Told by the person, for this purpose. */
    RESIDENT
}
