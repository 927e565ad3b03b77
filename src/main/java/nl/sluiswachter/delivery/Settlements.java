package nl.sluiswachter.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;

/** Takes acknowledgements: state, payload and log entry change together, in the caller's transaction. */
final class Settlements {

    private final DeliveryTable deliveries;
    private final PayloadTable payloads;
    private final DeliveryLog log;
    private final Clock clock;

    Settlements(DeliveryTable deliveries, PayloadTable payloads, DeliveryLog log, Clock clock) {
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.log = log;
        this.clock = clock;
    }

    /** Settles the message if it is the receiver's and still open; saying the same again gives the same outcome. */
    Settling settle(UUID id, Oin receiver, Acknowledgement acknowledgement) {
        return deliveries
                .lock(id, receiver)
                .map(found -> settle(id, receiver, acknowledgement, found))
                .orElseGet(Settling.NotFound::new);
    }

    private Settling settle(UUID id, Oin receiver, Acknowledgement said, DeliveryTable.Settleable found) {
        if (found.state().isSettled()) {
            return repeated(id, said, found);
        }
        if (said.status() == Acknowledgement.Status.ACCEPTED && cannotHaveIt(found)) {
            return new Settling.NotYetRead();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        deliveries.settle(id, said, now);
        payloads.delete(List.of(id));
        log.acknowledged(id, receiver, said);
        return new Settling.Settled(id, said, now);
    }

    private static Settling repeated(UUID id, Acknowledgement said, DeliveryTable.Settleable found) {
        boolean same = found.state() == said.state() && found.reason().equals(said.reasonCode());
        Optional<Instant> at = found.settledAt();
        return same && at.isPresent() ? new Settling.Settled(id, said, at.get()) : new Settling.AlreadySettled();
    }

    // Accepting deletes the only copy: a message neither read nor pushed would be lost.
    private static boolean cannotHaveIt(DeliveryTable.Settleable found) {
        return found.state() == DeliveryState.QUEUED && found.attempts() == 0;
    }
}
