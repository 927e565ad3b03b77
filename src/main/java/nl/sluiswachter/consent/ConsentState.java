package nl.sluiswachter.consent;

/** The state that the last event left a consent in. */
public enum ConsentState {
    GIVEN,
    WITHDRAWN
}
