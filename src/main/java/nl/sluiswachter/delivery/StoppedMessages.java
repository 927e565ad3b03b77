package nl.sluiswachter.delivery;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that the end of a consent stopped before they were handed over. */
public final class StoppedMessages {

    /** Told at most. */
    public static final int MOST = 100;

    private static final String STOPPED =
            """
            select transfer_id from delivery
             where stopped_by = :consent and delivered_at is null
             order by transfer_id limit :most
            """;

    private final JdbcClient jdbc;

    StoppedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The transfers that this consent stopped, the oldest first to {@link #MOST}; also confidential ones. */
    public Set<UUID> transfers(UUID consentId) {
        return new HashSet<>(jdbc.sql(STOPPED)
                .param("consent", consentId)
                .param("most", MOST)
                .query(UUID.class)
                .list());
    }
}
