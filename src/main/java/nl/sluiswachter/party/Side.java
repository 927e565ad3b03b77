package nl.sluiswachter.party;

/** The network a party belongs to; it decides which trust anchors and which port it may use. */
public enum Side {
    /** Partner organisations, port 8443. */
    PARTNER,
    /** The municipality's own systems, port 8444. */
    MUNICIPALITY
}
