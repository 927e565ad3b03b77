package nl.sluiswachter.transfer;

/** What the sender of a message states to be so. What is not stated is taken not to be so. */
public enum Statement {
    /** The BSN is necessary (Participatiewet art. 68 lid 2). */
    BSN_NECESSARY("bsnNecessary"),
    /** The person cannot consent (UAVG art. 22 lid 2 onder b). */
    PERSON_CANNOT_CONSENT("personCannotConsent"),
    /**
     * Personal contact was sought, debt help pointed out, a written reminder sent and passing on the contact data offered
     * (Besluit gemeentelijke schuldhulpverlening art. 2).
     */
    REMINDER_SENT("reminderSent"),
    /** The person refused when passing on the contact data was offered. */
    REFUSED("refused"),
    /** The channel that is prescribed for this message cannot be used. */
    CHANNEL_UNAVAILABLE("channelUnavailable"),
    /** The message is a notice of absence from school (Leerplichtwet 1969 art. 21a). */
    ABSENCE_NOTICE("absenceNotice"),
    /** The data serve control or sanction. */
    ENFORCEMENT("enforcement");

    private final String member;

    Statement(String member) {
        this.member = member;
    }

    /** Name of the member of {@code circumstances} that states it. */
    public String member() {
        return member;
    }
}
