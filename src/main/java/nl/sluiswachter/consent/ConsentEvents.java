package nl.sluiswachter.consent;

/** Writes down what happens to consents. Runs in the transaction of the change; a failure undoes the change. */
public interface ConsentEvents {

    /** This event was added to the consent. */
    void happened(ConsentHistory consent, ConsentEvent event);
}
