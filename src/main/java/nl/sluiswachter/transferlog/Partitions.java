package nl.sluiswachter.transferlog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a partition of the log ready for each month to come, long before the month begins. */
public final class Partitions {

    /** Months ahead of the present one. */
    static final int AHEAD = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final String CREATE = "select create_log_partitions(:ahead)";
    private static final String ASTRAY = "select count(*) from transfer_log_other";

    private final JdbcClient jdbc;

    Partitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes those that are missing. */
    public void prepare() {
        int made = jdbc.sql(CREATE).param("ahead", AHEAD).query(Integer.class).single();
        if (made > 0) {
            LOG.info("Partitions made for the months to come: {}", made);
        }
    }

    /** Entries of a month that has no partition: they are in the log, and cannot be archived with their month. */
    public long astray() {
        return jdbc.sql(ASTRAY).query(Long.class).single();
    }
}
