package nl.sluiswachter.transferlog.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_turn, as far as it says when somebody outside was asked for something last, which any instance may do and one does. */
public final class TurnTable {

    /** A turn that was taken in the future was taken by nobody: else one row would have nobody asked for ever. */
    private static final String TAKE =
            """
            insert into log_turn (name, taken_at) values (:name, :now)
                on conflict (name) do update set taken_at = :now
             where log_turn.taken_at <= :before or log_turn.taken_at > :after
            """;

    private final JdbcClient jdbc;

    public TurnTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether it is our turn: no instance took it for this long.
     *
     * @param pause more than clocks of instances differ by
     */
    public boolean take(String name, Instant now, Duration pause) {
        return jdbc.sql(TAKE)
                        .param("name", name)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("before", now.minus(pause).atOffset(ZoneOffset.UTC))
                        .param("after", now.plus(pause).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
