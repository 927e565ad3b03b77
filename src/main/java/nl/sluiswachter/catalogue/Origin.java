package nl.sluiswachter.catalogue;

/** The law or source under which a field was obtained; it sticks to the field, whatever crosses later. */
public enum Origin {
    WMO,
    JEUGDWET,
    PW,
    WGS,
    WI2021,
    LEERPLICHT,
    VT,
    ZVW,
    SCHOOL,
    /** Told by the person, for this purpose. */
    RESIDENT
}
