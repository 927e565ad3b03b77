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
 * @param history every activation, the latest first
 */
public record ActivationStatus(
        String inForce,
        int activation,
        Instant since,
        Optional<String> doubt,
        int officers,
        List<Version> versions,
        List<Past> history) {

    public ActivationStatus {
        versions = List.copyOf(versions);
        history = List.copyOf(history);
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

    /**
     * An activation that took place.
     *
     * @param genuine whether it counts on this node
     * @param officers whose approvals can be verified here, by the first digits of the fingerprint
     * @param unverified who approved too but is not listed here, or did not sign that
     * @param pressedBy officer of the console who put it in force; empty for the command line
     */
    public record Past(
            int activation,
            String version,
            Instant at,
            boolean genuine,
            List<String> officers,
            List<String> unverified,
            Optional<String> pressedBy) {

        public Past {
            officers = List.copyOf(officers);
            unverified = List.copyOf(unverified);
        }

        /** Whether it is the one that needs no officers: of the catalogue that the gateway brought. */
        public boolean isFirst() {
            return activation == 1;
        }
    }
}
