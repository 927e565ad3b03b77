package nl.sluiswachter.delivery;

import java.time.Duration;
import java.time.Instant;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Table {@code push_pause}: a receiver that fails time after time is left alone for a while, by every node and across
 * restarts, so that its backlog does not keep the workers from the others.
 */
final class PushPauses {

    /** Failures in a row after which a receiver is paused. */
    static final int FAILURES = 3;

    private static final String FAILED =
            """
            insert into push_pause (receiver, failures, until) values (:receiver, 1, :now)
            on conflict (receiver) do update
               set failures = least(push_pause.failures + 1, 1000),
                   until = case when push_pause.failures + 1 >= :threshold then :until else :now end
            """;

    private static final String TAKEN = "delete from push_pause where receiver = :receiver";

    private final JdbcClient jdbc;
    private final Duration length;

    /** @param length of one pause */
    PushPauses(JdbcClient jdbc, Duration length) {
        this.jdbc = jdbc;
        this.length = length;
    }

    void failed(Oin receiver, Instant now) {
        jdbc.sql(FAILED)
                .param("receiver", receiver.value())
                .param("threshold", FAILURES)
                .param("now", Timestamps.of(now))
                .param("until", Timestamps.of(now.plus(length)))
                .update();
    }

    void taken(Oin receiver) {
        jdbc.sql(TAKEN).param("receiver", receiver.value()).update();
    }
}
