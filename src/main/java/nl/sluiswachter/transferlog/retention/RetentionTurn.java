package nl.sluiswachter.transferlog.retention;

/** What the route of that name does every hour. */
public final class RetentionTurn {

    private final Retention retention;
    private final boolean automatic;

    /** @param automatic false when only the command destroys */
    RetentionTurn(Retention retention, boolean automatic) {
        this.retention = retention;
        this.automatic = automatic;
    }

    /** Destroys what is due, on one instance at a time. */
    public void turn() {
        if (automatic) {
            retention.destroyDue();
        }
    }
}
