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
import java.util.stream.Stream;
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
    private final TransactionTemplate transaction;
    private final ConsentEvents events;
    private final WithdrawalListener withdrawals;
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
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.withdrawals = withdrawals;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Registration> register(ConsentDraft draft, Party by) {
        return ConsentAccess.admit(draft, by).map(admitted -> inTransaction(() -> findOrInsert(admitted, by.oin())));
    }

    @Override
    public Optional<Consent> withdraw(UUID id, Party by) {
        return inTransaction(() -> find(id, by).map(consent -> withdrawn(consent, by.oin())));
    }

    @Override
    public Optional<Consent> find(UUID id, Party viewer) {
        return table.byId(id).filter(consent -> ConsentAccess.maySee(consent, viewer));
    }

    @Override
    public List<Consent> search(SubjectIdentity subject, Party viewer) {
        return table.bySubject(subject, Optional.of(viewer.oin()).filter(oin -> viewer.side() != Side.MUNICIPALITY));
    }

    @Override
    public boolean holdGiven(Collection<UUID> ids) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Consents are held in the transaction that records the permit");
        }
        Set<UUID> distinct = Set.copyOf(ids);
        table.share(distinct);
        return table.countGiven(distinct) == distinct.size();
    }

    private Registration findOrInsert(ConsentDraft draft, Oin by) {
        String content = ConsentContent.of(draft).toJson();
        lockRegistrations(draft.subject(), by);
        return table.same(draft.subject(), by, content)
                .map(consent -> new Registration(consent, false))
                .orElseGet(() -> new Registration(insert(draft, by, content), true));
    }

    /** One at a time of a person: so the same consent is found and the bound is kept. Always BSN first: no deadlock. */
    private void lockRegistrations(SubjectIdentity subject, Oin by) {
        Stream.of(subject.byBsn(), subject.bySet())
                .flatMap(Optional::stream)
                .forEach(key -> table.lock(by.value() + key.value()));
    }

    private Consent insert(ConsentDraft draft, Oin by, String content) {
        if (table.countGiven(draft.subject(), by) >= MOST_GIVEN) {
            throw new TooManyConsents();
        }
        UUID id = ids.next();
        table.insert(id, draft.subject(), by, now(), content);
        Consent consent = table.byId(id).orElseThrow();
        events.happened(consent, by);
        return consent;
    }

    private Consent withdrawn(Consent consent, Oin by) {
        table.lock(consent.id().toString());
        boolean changed = table.withdraw(consent.id(), by, now());
        Consent current = table.byId(consent.id()).orElseThrow();
        if (changed) {
            withdrawals.withdrawn(consent.id());
            events.happened(current, by);
        }
        return current;
    }

    /** As exact as the database keeps it, so that an answer and a later reading agree. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
