package nl.sluiswachter.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that the end of a consent stopped before they were handed over. */
public final class StoppedMessages {

    /** Told at most. */
    public static final int MOST = 100;

    /** Around the end of the consent: a message can rest on two, and another end may have stopped it. */
    private static final Duration AROUND = Duration.ofMinutes(1);

    private static final String STOPPED =
            """
            select transfer_id from delivery
             where state = 'STOPPED' and delivered_at is null and consents @> array[cast(:consent as uuid)] and settled_at between :from and :until
             order by transfer_id limit :most
            """;

    private final JdbcClient jdbc;

    StoppedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The transfers, also confidential ones.
     *
     * @param ended when the consent ended
     */
    public Set<UUID> transfers(UUID consentId, Instant ended) {
        return new HashSet<>(jdbc.sql(STOPPED)
                .param("consent", consentId)
                .param("from", Timestamps.of(ended.minus(AROUND)))
                .param("until", Timestamps.of(ended.plus(AROUND)))
                .param("most", MOST)
                .query(UUID.class)
                .list());
    }
}
