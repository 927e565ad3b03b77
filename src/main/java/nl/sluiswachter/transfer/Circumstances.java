package nl.sluiswachter.transfer;

import java.util.Optional;
import java.util.Set;

/**
 * What a precondition may ask for besides the data.
 *
 * @param statements what the sender states to be so
 */
public record Circumstances(
        Set<Statement> statements,
        Optional<Weighing> weighing,
        Optional<Informed> informed,
        Optional<Question> request) {

    /** Nothing stated. */
    public static final Circumstances NONE =
            new Circumstances(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Circumstances {
        statements = Set.copyOf(statements);
    }

    /** Whether the sender states it. */
    public boolean state(Statement statement) {
        return statements.contains(statement);
    }

    /** Whether a weighing of interests took place and is written down. */
    public boolean isWeighed() {
        return weighing.filter(Weighing::isRecorded).isPresent();
    }

    /** Whether the person was told about the transfer. */
    public boolean personInformed() {
        return informed.map(i -> i.status() == Informed.Status.INFORMED).orElse(false);
    }

    /** Whether the sender states a reason for not telling the person. */
    public boolean informingIsUnsafe() {
        return informed.filter(i -> i.status() == Informed.Status.NOT_INFORMED && i.isStated())
                .isPresent();
    }

    /** Secrecy set aside after weighing. */
    public record Weighing(boolean considered, String text) {

        /** Whether a weighing took place and is written down. */
        public boolean isRecorded() {
            return considered && text != null && !text.isBlank();
        }
    }

    /**
     * Whether the person was informed.
     *
     * @param reason why not; a code such as DANGER
     */
    public record Informed(Status status, String reason) {

        /** Informed or not. */
        public enum Status {
            INFORMED,
            NOT_INFORMED
        }

        /** Whether it is stated, with a reason when the person was not informed. */
        public boolean isStated() {
            return status == Status.INFORMED || status == Status.NOT_INFORMED && reason != null && !reason.isBlank();
        }
    }

    /** What is asked, and for a suspicion its nature and severity; each may be null. */
    public record Question(String question, String nature, String severity) {}
}
