package nl.sluiswachter.delivery;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Closes the gap between a decision and a withdrawal that happen at the same moment. Queueing holds a consent's lock
 * shared, withdrawing holds it alone, both until commit: so either the message is seen by the withdrawal and stopped, or
 * the withdrawal is seen here and the message is not queued.
 */
final class ConsentGate {

    // Locks are taken in one order. Chance collisions of the hash only make two strangers wait for each other.
    private static final String SHARE =
            """
            select pg_advisory_xact_lock_shared(key)
              from (select hashtextextended(cast(id as text), 0) as key
                      from unnest(cast(:ids as uuid[])) as id order by 1) as keys
            """;

    private static final String OWN = "select pg_advisory_xact_lock(hashtextextended(cast(:id as text), 0))";

    private static final String WITHDRAWN =
            """
            select count(*) from unnest(cast(:ids as uuid[])) as id
             where (select state from consent_event where consent_id = id order by position desc limit 1) = 'WITHDRAWN'
            """;

    private final JdbcClient jdbc;

    ConsentGate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A consent on which a decision rested was withdrawn before its message was queued; decide again. */
    static final class WithdrawnMeanwhile extends IllegalStateException {

        WithdrawnMeanwhile() {
            super("A consent was withdrawn while the transfer was being decided");
        }
    }

    /** Waits for withdrawals under way, and refuses when one of the consents is withdrawn. */
    void pass(List<UUID> consents) {
        if (consents.isEmpty()) {
            return;
        }
        String ids = text(consents);
        jdbc.sql(SHARE).param("ids", ids).query().listOfRows();
        if (jdbc.sql(WITHDRAWN).param("ids", ids).query(Long.class).single() > 0) {
            throw new WithdrawnMeanwhile();
        }
    }

    /** Waits for queueings under way on this consent, and holds up later ones until commit. */
    void close(UUID consent) {
        jdbc.sql(OWN).param("id", consent).query().listOfRows();
    }

    private static String text(Collection<UUID> ids) {
        return "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
    }
}
