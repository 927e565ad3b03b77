package nl.sluiswachter.transferlog.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;

/**
 * A permitted transfer that an officer looks at afterwards, or that left its sender something to do.
 *
 * @param code why: the obligation, or SECRECY_SET_ASIDE
 * @param due last day for it; empty where no rule gives one
 * @param verdicts how many stand in the log
 */
public record ReviewItem(
        UUID transferId,
        String code,
        String exchangeType,
        Oin sender,
        Optional<Oin> receiver,
        Instant recordedAt,
        Optional<LocalDate> due,
        int verdicts) {}
