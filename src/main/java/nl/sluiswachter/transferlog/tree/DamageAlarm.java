package nl.sluiswachter.transferlog.tree;

import java.time.Clock;
import java.util.List;
import nl.sluiswachter.transferlog.LogDamaged;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Raises the alarm about an entry that somebody asked for and that could not be given as it was written. */
public final class DamageAlarm {

    /** Open at a time: one tile that is broken lets no partner make an alarm of each of its transfers. */
    private static final int MOST = 100;

    private static final String OPEN =
            "select count(*) from log_alarm where closed_at is null and finding = 'ENTRY_DAMAGED'";

    private final JdbcClient jdbc;
    private final AlarmTable alarms;
    private final Clock clock;

    public DamageAlarm(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.alarms = new AlarmTable(jdbc);
        this.clock = clock;
    }

    /** Once for each place, as long as nobody closed it, and for a hundred places at most. */
    public void raise(LogDamaged found) {
        if (jdbc.sql(OPEN).query(Integer.class).single() < MOST) {
            alarms.raise(
                    List.of(new Suspicion(found.shard(), found.position(), Suspicion.Finding.ENTRY_DAMAGED)),
                    clock.instant());
        }
    }
}
