package nl.sluiswachter.facts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The fact register in PostgreSQL. */
public final class JdbcFacts implements FactRegister {

    private final JdbcFactTable table;
    private final TransactionTemplate transaction;
    private final FactEvents events;
    private final IdSource ids;
    private final Clock clock;

    public JdbcFacts(
            JdbcClient jdbc, PlatformTransactionManager transactions, FactEvents events, IdSource ids, Clock clock) {
        this.table = new JdbcFactTable(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Registration register(FactDraft draft, Oin by) {
        return inTransaction(() -> {
            table.lock(by.value() + draft.subject() + draft.kind());
            return table.same(draft, by)
                    .map(fact -> new Registration(fact, false))
                    .orElseGet(() -> new Registration(insert(draft, by), true));
        });
    }

    @Override
    public Optional<Fact> find(UUID id) {
        return table.byId(id);
    }

    @Override
    public List<Fact> find(Collection<UUID> ids) {
        return table.byIds(ids);
    }

    @Override
    public Optional<Fact> end(UUID id, Oin by) {
        return inTransaction(() -> table.byId(id).map(fact -> ended(fact.id(), by)));
    }

    @Override
    public List<Fact> search(SubjectIdentity subject) {
        return table.bySubject(subject);
    }

    private Fact insert(FactDraft draft, Oin by) {
        UUID id = ids.next();
        table.insert(id, draft, by, now());
        Fact fact = table.byId(id).orElseThrow();
        events.recorded(fact, by);
        return fact;
    }

    private Fact ended(UUID id, Oin by) {
        boolean changed = table.end(id, by, now());
        Fact current = table.byId(id).orElseThrow();
        if (changed) {
            events.ended(current, by);
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
