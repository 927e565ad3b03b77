package nl.sluiswachter.transferlog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;

/**
 * The decision on a transfer, as the log has it.
 *
 * @param receiver empty when nobody was registered under the OIN
 */
public record LoggedTransfer(
        UUID transferId,
        Instant decidedAt,
        Oin sender,
        Optional<Oin> receiver,
        String exchangeType,
        boolean permit,
        String policyVersion) {

    static LoggedTransfer of(RecordedDecision decision) {
        return new LoggedTransfer(
                decision.transferId(),
                decision.recordedAt(),
                decision.sender(),
                decision.receiver(),
                decision.exchangeType(),
                decision.permit(),
                decision.policyVersion());
    }
}
