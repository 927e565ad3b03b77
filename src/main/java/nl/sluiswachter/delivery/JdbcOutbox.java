package nl.sluiswachter.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.transfer.Outgoing;
import nl.sluiswachter.transferlog.ConsentWithdrawnMeanwhile;
import nl.sluiswachter.transferlog.Outbox;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox in PostgreSQL; a row here exists exactly when the permit in the log does. */
final class JdbcOutbox implements Outbox {

    private final DeliveryTable deliveries;
    private final PayloadTable payloads;
    private final ConsentRegister consents;
    private final Parties parties;
    private final Clock clock;
    private final Duration keep;

    JdbcOutbox(
            DeliveryTable deliveries,
            PayloadTable payloads,
            ConsentRegister consents,
            Parties parties,
            Clock clock,
            Duration keep) {
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.consents = consents;
        this.parties = parties;
        this.clock = clock;
        this.keep = keep;
    }

    @Override
    public void enqueue(Outgoing outgoing) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A message is queued only in the transaction that logs its permit");
        }
        // Holding the consents until commit leaves a withdrawal no gap: either it finds the message, or it is found
        // here.
        if (!outgoing.consents().isEmpty() && !consents.holdGiven(outgoing.consents())) {
            throw new ConsentWithdrawnMeanwhile();
        }
        Instant now = clock.instant();
        boolean push = parties.find(outgoing.receiver()).flatMap(Party::push).isPresent();
        Instant expiresAt = now.plus(keep);
        deliveries.insert(outgoing, push, now, expiresAt);
        payloads.insert(Envelope.queued(outgoing, expiresAt), outgoing.payload());
    }
}
