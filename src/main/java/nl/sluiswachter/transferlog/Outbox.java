package nl.sluiswachter.transferlog;

import nl.sluiswachter.transfer.Outgoing;

/** Where a permitted transfer waits for delivery. */
public interface Outbox {

    /**
     * Stores the message for delivery; MUST run in the transaction that writes its log entry, and fail with it.
     *
     * @throws ConsentWithdrawnMeanwhile when a consent it rests on is no longer given
     */
    void enqueue(Outgoing outgoing);
}
