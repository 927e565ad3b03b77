package nl.sluiswachter.delivery;

import java.util.Optional;

/**
 * What a receiver says of a message.
 *
 * @param reason present exactly when rejected
 */
public record Acknowledgement(Status status, Optional<Reason> reason) {

    public Acknowledgement {
        if (reason.isPresent() != (status == Status.REJECTED)) {
            throw new IllegalArgumentException("A rejection has a reason, an acceptance has none");
        }
    }

    /** An acceptance. */
    public static final Acknowledgement ACCEPTED = new Acknowledgement(Status.ACCEPTED, Optional.empty());

    /** A rejection. */
    public static Acknowledgement rejected(Reason reason) {
        return new Acknowledgement(Status.REJECTED, Optional.of(reason));
    }

    /** Taken or refused. */
    public enum Status {
        ACCEPTED,
        REJECTED
    }

    /** Why a message was refused. */
    public enum Reason {
        WRONG_RECEIVER,
        UNREADABLE,
        NOT_OURS,
        OTHER
    }

    /** The final state this leads to. */
    DeliveryState state() {
        return status == Status.ACCEPTED ? DeliveryState.ACKNOWLEDGED : DeliveryState.REJECTED;
    }

    /** The reason's code. */
    Optional<String> reasonCode() {
        return reason.map(Reason::name);
    }
}
