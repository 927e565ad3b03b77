package nl.sluiswachter.activation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where every version stands.
 *
 * @param inForce the version that is the law now
 * @param activation number of the activation that made it so
 * @param doubt what is wrong with the table; empty when nothing is
 * @param officers how many officers are listed here
 */
public record ActivationStatus(
        String inForce, int activation, Instant since, Optional<String> doubt, int officers, List<Version> versions) {

    public ActivationStatus {
        versions = List.copyOf(versions);
    }

    /**
     * One version.
     *
     * @param rehearsal the last one against the law in force
     * @param approvals genuine ones for the next activation, by the first digits of the officer's fingerprint
     */
    public record Version(
            String version,
            Instant loadedAt,
            boolean fromJar,
            boolean inForce,
            Optional<RehearsalSummary> rehearsal,
            List<String> approvals) {

        public Version {
            approvals = List.copyOf(approvals);
        }
    }
}
