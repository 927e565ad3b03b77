package nl.sluiswachter.consent;

import nl.sluiswachter.kernel.Oin;

/** Writes down what happens to consents. Runs in the transaction of the change; a failure undoes the change. */
public interface ConsentEvents {

    /** The consent was registered or withdrawn; {@link Consent#state()} says which. */
    void happened(Consent consent, Oin by);
}
