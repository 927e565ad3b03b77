package nl.sluiswachter.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.delivery.PushOutcome.Failed;
import nl.sluiswachter.delivery.PushOutcome.Taken;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PushEndpoint;

/**
 * Pushes due messages to receivers with an endpoint, at least once: a worker that dies leaves a lease that passes, and
 * the receiver recognises the repetition by its {@code Idempotency-Key}.
 */
public final class Courier {

    private final PushQueue queue;
    private final Dispatch dispatch;
    private final Parties parties;
    private final PushClient client;
    private final Clock clock;
    private final Duration lease;
    private final int batch;

    Courier(
            PushQueue queue,
            Dispatch dispatch,
            Parties parties,
            PushClient client,
            Clock clock,
            Duration lease,
            int batch) {
        this.queue = queue;
        this.dispatch = dispatch;
        this.parties = parties;
        this.client = client;
        this.clock = clock;
        this.lease = lease;
        this.batch = batch;
    }

    /** Takes some due messages, which no other worker then gets for the length of the lease. */
    public List<Claim> claim() {
        Instant now = clock.instant();
        return queue.claim(now, now.plus(lease), batch);
    }

    /** Pushes one claimed message; a failure is logged and postpones it. */
    public void deliver(Claim claim) {
        Optional<Party> receiver = parties.find(claim.receiver());
        Optional<PushEndpoint> endpoint = receiver.flatMap(Party::push);
        if (receiver.filter(Party::isActive).isEmpty()) {
            dispatch.failed(claim, Failure.RECEIVER_INACTIVE);
        } else if (endpoint.isEmpty()) {
            dispatch.failed(claim, Failure.NO_ENDPOINT);
        } else {
            dispatch.open(claim).ifPresent(message -> push(claim, endpoint.get(), message));
        }
    }

    private void push(Claim claim, PushEndpoint endpoint, Message message) {
        PushOutcome outcome = client.push(claim, endpoint, MessageJson.of(message));
        if (outcome instanceof Taken taken) {
            dispatch.taken(claim, taken.acknowledgement());
        } else if (outcome instanceof Failed failed) {
            dispatch.failed(claim, failed.failure());
        }
    }
}
