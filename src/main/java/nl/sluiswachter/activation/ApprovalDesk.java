package nl.sluiswachter.activation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.sluiswachter.catalogue.Approval;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Rehearsed;
import nl.sluiswachter.catalogue.Officer;
import nl.sluiswachter.transferlog.EventLog;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes approvals that officers sign elsewhere, with keys that stay there. They are the same approvals as those given on the
 * command line, and count for the same persons.
 */
public final class ApprovalDesk {

    /** Between seeing the text and handing in the signature. */
    private static final Duration SIGNED_WITHIN = Duration.ofHours(1);

    private final JdbcCatalogueEvents events;
    private final Approvals approvals;
    private final CatalogueLog log;
    private final TransactionOperations transactions;
    private final Clock clock;

    ApprovalDesk(
            JdbcCatalogueEvents events,
            Approvals approvals,
            EventLog log,
            TransactionOperations transactions,
            Clock clock) {
        this.events = events;
        this.approvals = approvals;
        this.log = new CatalogueLog(log);
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The rehearsal with this digest, as it is kept for the next activation. */
    public Optional<RehearsalSummary> rehearsal(String version, String digest) {
        return find(version, digest).flatMap(kept -> RehearsalSummary.read(kept.summary()));
    }

    /**
     * What an officer signs.
     *
     * @param rehearsal digest of one that was repeated and came out the same
     * @param officer fingerprint of a listed key
     * @param at when it is signed
     * @return empty when that rehearsal is not kept for the next activation
     */
    public Optional<Approval> toSign(String version, String rehearsal, String officer, Instant at) {
        return find(version, rehearsal).map(kept -> approvals.unsigned(kept, officer, at));
    }

    /**
     * Adds an approval.
     *
     * @return who gave it
     * @throws ActivationRefused when it is not signed by who it names, not lately, or that person gave one already
     */
    public Officer take(Approval signed) {
        Instant now = clock.instant();
        if (signed.at().isAfter(now) || signed.at().isBefore(now.minus(SIGNED_WITHIN))) {
            throw new ActivationRefused("This was not signed in time: open the page again and sign once more.");
        }
        return transactions.execute(status -> {
            Rehearsed rehearsed = find(signed.version(), signed.rehearsal())
                    .filter(kept -> kept.activation() == signed.activation())
                    .orElseThrow(() -> new ActivationRefused("That rehearsal is not kept for the next activation."));
            Officer officer = approvals.take(signed);
            log.approved(rehearsed, officer);
            return officer;
        });
    }

    private Optional<Rehearsed> find(String version, String digest) {
        return events.rehearsal(events.next(), version, digest)
                .filter(kept -> RehearsalSummary.digest(kept.summary()).equals(digest));
    }
}
