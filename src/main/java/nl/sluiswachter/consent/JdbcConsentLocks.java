package nl.sluiswachter.consent;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks on consents, held until the transaction ends; they hold on every node. */
final class JdbcConsentLocks {

    private static final String TRY_SHARE =
            """
            select id from unnest(cast(:ids as uuid[])) as id
             where pg_try_advisory_xact_lock_shared(hashtextextended('consent|' || id, 0))
            """;

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('consent|' || :text, 0))::text";

    private static final String TRY = "select pg_try_advisory_xact_lock(hashtextextended('consent|' || :text, 0))";

    private final JdbcClient jdbc;

    JdbcConsentLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody ends these meanwhile; those that somebody is changing at this moment are left out. */
    Set<UUID> tryShare(Collection<UUID> ids) {
        String array = ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        return jdbc.sql(TRY_SHARE).param("ids", array).query(UUID.class).set();
    }

    /** Nobody else changes the consent, or rests a permit on it, meanwhile. */
    void lock(UUID id) {
        lock(id.toString());
    }

    /** Like {@link #lock(UUID)}, without waiting. */
    boolean tryLock(UUID id) {
        return jdbc.sql(TRY).param("text", id.toString()).query(Boolean.class).single();
    }

    /** One registration of a person at a time: so the same consent is found and the bound is kept. */
    void lockRegistrations(SubjectIdentity subject, Oin by) {
        Stream.of(subject.byBsn(), subject.bySet()) // always the BSN first: no deadlock
                .flatMap(Optional::stream)
                .forEach(key -> lock(by.value() + key.value()));
    }

    private void lock(String text) {
        jdbc.sql(LOCK).param("text", text).query(String.class).single();
    }
}
