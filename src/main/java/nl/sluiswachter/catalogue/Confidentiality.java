package nl.sluiswachter.catalogue;

/** Whether it may be told to the person concerned that an exchange took place ("vertrouwelijkheid", VNG Verwerkingenlogging). */
public enum Confidentiality {
    /** Told on request (AVG art. 15). */
    NORMAL,
    /** Held back while telling it would bring somebody in danger or harm an investigation (AVG art. 23, UAVG art. 41). */
    CONFIDENTIAL
}
