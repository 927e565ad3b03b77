package nl.sluiswachter.consent;

import java.time.Instant;
import java.util.UUID;

/** Stops what rested on a consent. */
public interface WithdrawalListener {

    /**
     * Stops what is still queued; runs in the transaction of the end, and a failure undoes it, so that it never half
     * happens.
     *
     * @param end why it no longer counts: withdrawn, invalidated or expired
     * @param since when the report was received or, for an expiry, when the period was over
     * @return how many messages that had not been handed over yet it stopped
     */
    int ended(UUID consentId, ConsentState end, Instant since);
}
