package nl.sluiswachter.transferlog;

import java.util.Optional;
import java.util.UUID;

/** The decisions in the transfer log, whole: what every explanation is a rendering of. */
@FunctionalInterface
public interface RecordedDecisions {

    /** The decision on a real transfer; empty for dry runs and unknown ids. */
    Optional<RecordedDecision> find(UUID transferId);
}
