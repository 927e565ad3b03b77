package nl.sluiswachter.consent;

import java.util.UUID;

/** Stops what rested on a consent. */
public interface WithdrawalListener {

    /** Runs in the transaction of the withdrawal; a failure undoes the withdrawal, so that it never half happens. */
    void withdrawn(UUID consentId);
}
