package nl.sluiswachter.transferlog.tree;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import nl.sluiswachter.transferlog.LogDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Raises the alarm about an entry that somebody asked for and that could not be given as it was written. */
public final class DamageAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(DamageAlarm.class);

    /** Open at a time: one tile that is broken lets no partner make an alarm of each of its transfers. */
    private static final int MOST = 100;

    private static final String OPEN =
            "select shard, position from log_alarm where closed_at is null and finding = 'ENTRY_DAMAGED'";

    private final JdbcClient jdbc;
    private final AlarmTable alarms;
    private final Clock clock;

    public DamageAlarm(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.alarms = new AlarmTable(jdbc);
        this.clock = clock;
    }

    /**
     * Once for each place, as long as nobody closed it, and for a hundred places at most. Where that cannot be written, whoever asked
     * is told of the damage all the same.
     */
    public void raise(LogDamaged found) {
        raise(List.of(found));
    }

    /** The same of several at once. */
    public void raise(Collection<LogDamaged> found) {
        if (found.isEmpty()) {
            return;
        }
        try {
            write(found);
        } catch (DataAccessException e) {
            LOG.error("No alarm could be raised about that: {}", e.getClass().getSimpleName());
        }
    }

    private void write(Collection<LogDamaged> found) {
        List<Suspicion> open = jdbc.sql(OPEN)
                .query((row, number) -> damaged(row.getInt("shard"), row.getLong("position")))
                .list();
        alarms.raise(
                found.stream()
                        .map(one -> damaged(one.shard(), one.position()))
                        .distinct()
                        .filter(one -> !open.contains(one))
                        .limit(Math.max(0, MOST - open.size()))
                        .toList(),
                clock.instant());
    }

    private static Suspicion damaged(int shard, long position) {
        return new Suspicion(shard, position, Suspicion.Finding.ENTRY_DAMAGED);
    }
}
