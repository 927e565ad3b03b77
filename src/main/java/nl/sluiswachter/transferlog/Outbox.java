package nl.sluiswachter.transferlog;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.transfer.Outgoing;

/** Where a permitted transfer waits for delivery. */
public interface Outbox {

    /** Makes the message ready to be stored; writes nothing. */
    Parcel prepare(Outgoing outgoing);

    /**
     * Holds changes of these consents off until the caller's transaction ends, without waiting for anybody.
     *
     * @return those that are still given; one that is being changed at this moment is not among them
     */
    Set<UUID> holdGiven(Collection<UUID> consents);

    /** Stores the messages for delivery; MUST run in the transaction that writes their log entries, and fail with it. */
    void enqueue(List<Parcel> parcels);
}
