package nl.sluiswachter.transferlog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.IdempotencyKey;

/**
 * A decision on its way into the log, with everything that appears together with its entry or not at all.
 *
 * @param once the key under which the sender may repeat the call
 * @param receipt what the sender gets; empty for a canary
 * @param image what a rehearsal needs
 * @param parcel the message to deliver, for a permit
 * @param tasks what it leaves for people to do
 */
record Appending(
        EntryRow entry,
        Optional<Once> once,
        Optional<String> receipt,
        Optional<Image> image,
        Optional<Parcel> parcel,
        List<Task> tasks) {

    Appending {
        tasks = List.copyOf(tasks);
    }

    /** Without tasks. */
    Appending(
            EntryRow entry,
            Optional<Once> once,
            Optional<String> receipt,
            Optional<Image> image,
            Optional<Parcel> parcel) {
        this(entry, once, receipt, image, parcel, List.of());
    }

    /** The id of the transfer, dry run or canary. */
    UUID transferId() {
        return entry.transferId().orElseThrow();
    }

    /**
     * The answer under an idempotency key.
     *
     * @param status HTTP status
     * @param answer JSON, UTF-8
     */
    record Once(Oin sender, IdempotencyKey key, int status, byte[] answer) {}

    /**
     * @param policyVersion catalogue by which it was decided
     * @param json the image, written
     */
    record Image(String policyVersion, String json) {}
}
