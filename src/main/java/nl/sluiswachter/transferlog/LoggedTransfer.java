package nl.sluiswachter.transferlog;

import java.time.Instant;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;

/** The decision on a transfer, as the log has it. */
public record LoggedTransfer(
        UUID transferId,
        Instant decidedAt,
        Oin sender,
        Oin receiver,
        String exchangeType,
        boolean permit,
        String policyVersion) {}
