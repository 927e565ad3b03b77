package nl.sluiswachter.transferlog.tree;

import java.time.Clock;
import java.util.List;
import nl.sluiswachter.transferlog.LogDamaged;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Raises the alarm about an entry that somebody asked for and that could not be given as it was written. */
public final class DamageAlarm {

    private final AlarmTable alarms;
    private final Clock clock;

    public DamageAlarm(JdbcClient jdbc, Clock clock) {
        this.alarms = new AlarmTable(jdbc);
        this.clock = clock;
    }

    /** Once for each place, as long as nobody closed it. */
    public void raise(LogDamaged found) {
        alarms.raise(
                List.of(new Suspicion(found.shard(), found.position(), Suspicion.Finding.ENTRY_DAMAGED)),
                clock.instant());
    }
}
