package nl.sluiswachter.transferlog.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;

/**
 * Somebody's order not to destroy certain entries, term or no term.
 *
 * @param placedBy who gave it
 * @param reference to the file in which the ground can be found; never a person
 * @param liftedAt when it was lifted; it holds for a week after that
 */
public record Hold(
        UUID id,
        Instant placedAt,
        Oin placedBy,
        Ground ground,
        String reference,
        Scope scope,
        Optional<Instant> liftedAt) {

    /** Why. */
    public enum Ground {
        /** For a claim at law (AVG art. 17 lid 3 onder e, 18 lid 1 onder c). */
        LEGAL_CLAIM,
        /** Somebody who investigates a crime asked for it. */
        INVESTIGATION,
        /** The data protection officer or the authority looks into it (AVG art. 39, 58). */
        SUPERVISION,
        /** A complaint or an objection is handled (AVG art. 21, Awb ch. 9). */
        COMPLAINT,
        /** A personal data breach is investigated (AVG art. 33). */
        INCIDENT,
        /** A resident asked for access and waits for it (AVG art. 15). */
        ACCESS_REQUEST
    }

    /** What it holds. */
    public sealed interface Scope {

        /** How the database and the log call it. */
        String name();
    }

    /** Entries about a person; the keys are not told again. */
    public record Person(List<SubjectKey> keys) implements Scope {
        public Person {
            keys = List.copyOf(keys);
        }

        @Override
        public String name() {
            return "SUBJECT";
        }
    }

    /** Entries of one transfer. */
    public record Transfer(UUID id) implements Scope {
        @Override
        public String name() {
            return "TRANSFER";
        }
    }

    /** Decisions of one case, by its blinded reference. */
    public record Case(UUID key) implements Scope {
        @Override
        public String name() {
            return "CASE";
        }
    }

    /**
     * Entries of a period; at least one member is there.
     *
     * @param exchangeType decisions of this one; all entries when empty
     * @param from recorded not before
     * @param until recorded earlier
     */
    public record Timespan(Optional<String> exchangeType, Optional<Instant> from, Optional<Instant> until)
            implements Scope {
        @Override
        public String name() {
            return "PERIOD";
        }
    }
}
