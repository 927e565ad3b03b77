package nl.sluiswachter.party;

/** Whether a party may exchange. */
public enum PartyStatus {
    ACTIVE,
    SUSPENDED
}
