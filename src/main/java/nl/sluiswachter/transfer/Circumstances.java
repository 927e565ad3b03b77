package nl.sluiswachter.transfer;

import java.util.Optional;

/**
 * What a precondition may ask for besides the data.
 *
 * @param bsnNecessary the sender states that the BSN is necessary
 * @param personCannotConsent the sender states that the person cannot consent
 * @param reminderSent a payment reminder was sent
 * @param enforcement the data serve control or sanction
 */
public record Circumstances(
        boolean bsnNecessary,
        boolean personCannotConsent,
        boolean reminderSent,
        boolean enforcement,
        Optional<Weighing> weighing,
        Optional<Informed> informed,
        Optional<Question> request) {

    /** Nothing stated. */
    public static final Circumstances NONE =
            new Circumstances(false, false, false, false, Optional.empty(), Optional.empty(), Optional.empty());

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
