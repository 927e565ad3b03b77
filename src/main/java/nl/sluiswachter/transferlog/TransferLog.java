package nl.sluiswachter.transferlog;

import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.IdempotencyKey;

/** Sixth step of the path: nothing is answered or delivered before its decision stands in the log. */
public interface TransferLog {

    /**
     * Writes the decision, its answer and, for a permit, its message to the outbox, in one durable transaction.
     *
     * @throws AlreadyAnswered when the same request was answered in the meantime
     */
    Recorded record(Decided decided);

    /** The earlier answer to the same request. */
    Optional<EarlierAnswer> earlier(Oin sender, IdempotencyKey key);

    /** What the log says about a real transfer; empty for dry runs, canaries and unknown ids. */
    Optional<LoggedTransfer> find(UUID transferId);

    /** Whether the refusal of this canary stands in the log, marked as a canary. */
    boolean hasCanary(UUID canaryId);

    /** The receipt of a transfer, as long as it is kept. */
    Optional<String> receipt(UUID transferId);
}
