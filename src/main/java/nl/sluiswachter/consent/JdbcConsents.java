package nl.sluiswachter.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The consent register in PostgreSQL. */
public final class JdbcConsents implements ConsentRegister {

    private final JdbcConsentTable table;
    private final JdbcConsentLocks locks;
    private final JdbcConsentChanges changes;
    private final TransactionTemplate transaction;
    private final IdSource ids;
    private final Clock clock;

    public JdbcConsents(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ConsentEvents events,
            WithdrawalListener withdrawals,
            IdSource ids,
            Clock clock) {
        this.table = new JdbcConsentTable(jdbc);
        this.locks = new JdbcConsentLocks(jdbc);
        this.changes = new JdbcConsentChanges(jdbc, events, withdrawals, clock);
        this.transaction = new TransactionTemplate(transactions);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Registration> register(ConsentDraft draft, Party by) {
        return ConsentAccess.admit(draft, by).map(admitted -> inTransaction(() -> findOrInsert(admitted, by.oin())));
    }

    @Override
    public Change change(UUID id, Happening what, Reporter by, Instant receivedAt) {
        return inTransaction(() ->
                find(id, by.party()).isPresent() ? changes.apply(id, what, by, receivedAt) : new Change.Unknown());
    }

    @Override
    public Optional<ConsentHistory> find(UUID id, Party viewer) {
        return table.byId(id).filter(consent -> ConsentAccess.maySee(consent, viewer));
    }

    @Override
    public List<ConsentHistory> find(Collection<UUID> ids, Party viewer) {
        return table.byIds(ids).stream()
                .filter(consent -> ConsentAccess.maySee(consent, viewer))
                .toList();
    }

    @Override
    public List<ConsentHistory> search(SubjectIdentity subject, Party viewer) {
        return table.bySubject(subject, Optional.of(viewer.oin()).filter(oin -> viewer.side() != Side.MUNICIPALITY));
    }

    @Override
    public Set<UUID> holdGiven(Collection<UUID> ids) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Consents are held in the transaction that records the permit");
        }
        return table.given(locks.tryShare(Set.copyOf(ids)));
    }

    private Registration findOrInsert(ConsentDraft draft, Oin by) {
        locks.lockRegistrations(draft.subject(), by);
        // As exact as the database keeps it, so that an answer and a later reading agree.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return table.same(draft.subject(), by, ConsentContent.of(draft, now), draft.first(), now)
                .flatMap(table::byId)
                .map(consent -> new Registration(consent, false))
                .orElseGet(() -> new Registration(insert(draft, by, now), true));
    }

    private ConsentHistory insert(ConsentDraft draft, Oin by, Instant now) {
        boolean full = table.countOpen(draft.subject(), by, now) >= MOST_OPEN
                || table.countEver(draft.subject(), by) >= MOST_EVER;
        if (full) {
            throw new TooManyConsents();
        }
        UUID id = ids.next();
        ConsentContent content = ConsentContent.of(draft, now);
        table.insert(id, draft.subject(), by, now, content);
        ConsentHistory empty = new ConsentHistory(
                id, draft.subject(), content.scope(), draft.age(now).birthdateToKeep(), content.adult(), by, List.of());
        return changes.begin(empty, draft.first(), by, now);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
