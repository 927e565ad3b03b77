package nl.sluiswachter.catalogue;

import java.util.List;

/** A circumstance or fact without which an exchange type may not be used. */
public enum Precondition {
    /** The receiver is committed for this resident: fact COMMITMENT. */
    COMMITMENT(),
    /** A child protection measure is in force: fact LEGAL_MEASURE. */
    LEGAL_MEASURE(),
    /** The message says whether the person was informed, and if not why. */
    INFORMED_STATUS("circumstances.informed"),
    /** The message asks a question. */
    QUESTION("circumstances.request.question"),
    /** The message states nature and severity of the suspicion. */
    NATURE_AND_SEVERITY("circumstances.request.nature", "circumstances.request.severity"),
    /** A reminder was sent before the signal (Besluit gemeentelijke schuldhulpverlening art. 2). */
    REMINDER_SENT("circumstances.reminderSent"),
    /** The person did not refuse when asked (Besluit gemeentelijke schuldhulpverlening art. 2). */
    NOT_REFUSED("circumstances.refused"),
    /** Another channel is prescribed, and the message states that it cannot be used. */
    CHANNEL_UNAVAILABLE("circumstances.channelUnavailable"),
    /** The message is not a notice of absence, which has a channel of its own (Leerplichtwet 1969 art. 21a). */
    NO_ABSENCE_NOTICE("circumstances.absenceNotice"),
    /** The person cannot consent (UAVG art. 22 lid 2 onder b). */
    PERSON_CANNOT_CONSENT("circumstances.personCannotConsent");

    private final List<String> members;

    Precondition(String... members) {
        this.members = List.of(members);
    }

    /** The members of a message that state it; empty where a registered fact is needed. */
    public List<String> members() {
        return members;
    }
}
