package nl.sluiswachter.transferlog;

import nl.sluiswachter.transfer.Outgoing;

/** Where a permitted transfer waits for delivery. */
public interface Outbox {

    /** Stores the message for delivery; MUST run in the transaction that writes its log entry, and fail with it. */
    void enqueue(Outgoing outgoing);
}
