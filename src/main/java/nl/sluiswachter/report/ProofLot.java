package nl.sluiswachter.report;

import java.util.UUID;
import nl.sluiswachter.kernel.SubjectKeys;

/**
 * Draws of which decisions a report proves the hash only, though the whole could be given: else whoever gets a hash would know
 * that something of that decision was held back. One in four, by a keyed hash of the transfer, so that every report on it
 * draws the same and nobody outside can draw again.
 */
final class ProofLot {

    private static final int ONE_IN = 4;

    private final SubjectKeys keys;

    ProofLot(SubjectKeys keys) {
        this.keys = keys;
    }

    /** Whether the lot fell on this transfer. */
    boolean fellOn(UUID transfer) {
        return keys.blind("proof", transfer.toString()).getLeastSignificantBits() % ONE_IN == 0;
    }
}
