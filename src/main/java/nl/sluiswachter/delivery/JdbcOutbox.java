package nl.sluiswachter.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.kernel.crypto.PayloadCipher.Sealed;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.transfer.Outgoing;
import nl.sluiswachter.transferlog.Outbox;
import nl.sluiswachter.transferlog.Parcel;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox in PostgreSQL; a row here exists exactly when the permit in the log does. */
final class JdbcOutbox implements Outbox {

    private final ParcelTable table;
    private final PayloadTable payloads;
    private final ConsentRegister consents;
    private final Parties parties;
    private final Clock clock;
    private final Duration keep;

    JdbcOutbox(
            ParcelTable table,
            PayloadTable payloads,
            ConsentRegister consents,
            Parties parties,
            Clock clock,
            Duration keep) {
        this.table = table;
        this.payloads = payloads;
        this.consents = consents;
        this.parties = parties;
        this.clock = clock;
        this.keep = keep;
    }

    @Override
    public Parcel prepare(Outgoing outgoing) {
        Instant now = clock.instant();
        boolean push = parties.find(outgoing.receiver()).flatMap(Party::push).isPresent();
        Instant expiresAt = now.plus(keep);
        Sealed sealed = payloads.seal(Envelope.queued(outgoing, expiresAt), outgoing.payload());
        return new Parcel(outgoing, push, now, expiresAt, sealed.wrappedKey(), sealed.ciphertext());
    }

    /** Held until commit, they leave a withdrawal no gap: either it finds the message, or it is found here. */
    @Override
    public Set<UUID> holdGiven(Collection<UUID> ids) {
        return consents.holdGiven(ids);
    }

    @Override
    public void enqueue(List<Parcel> parcels) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A message is queued only in the transaction that logs its permit");
        }
        if (!parcels.isEmpty()) {
            table.insert(parcels);
        }
    }
}
