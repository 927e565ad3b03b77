package nl.sluiswachter.transferlog.timestamp;

import java.util.Optional;

/** What the route calls every minute: stamps, where an authority is set. */
public final class TimeStampTurn {

    private final Optional<Stamping> stamping;

    TimeStampTurn(Optional<Stamping> stamping) {
        this.stamping = stamping;
    }

    /** Has the newest checkpoint stamped when it is time to. */
    public void turn() {
        stamping.ifPresent(Stamping::turn);
    }

    /** Why there was no stamp when one was asked for last; empty when there was, or none is asked for. */
    public String failure() {
        return stamping.map(Stamping::failure).orElse("");
    }
}
