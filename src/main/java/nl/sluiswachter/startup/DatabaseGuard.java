package nl.sluiswachter.startup;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses a database that would not keep the gateway's promises: a log entry is durable before anything leaves, and the
 * running gateway cannot change or delete what it logged.
 */
final class DatabaseGuard {

    private static final int OLDEST_SERVER = 150_000;

    private static final String STATE =
            """
            select current_setting('server_version_num')::int < :oldest as too_old,
                   current_setting('fsync') = 'off' as no_fsync,
                   current_setting('synchronous_commit') = 'off' as no_wait,
                   current_setting('full_page_writes') = 'off' as torn_pages,
                   (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as mighty,
                   bool_or(pg_has_role(relowner, 'member')) as owner,
                   bool_or(has_table_privilege(oid, 'delete, truncate') or has_any_column_privilege(oid, 'update'))
                       as may_change
              from pg_class
             where oid in (select relid from pg_partition_tree('transfer_log')
                           union select relid from pg_partition_tree('transfer_log_subject')
                           union select relid from pg_partition_tree('transfer_log_reason'))
                or oid = any (array ['log_shard', 'log_batch', 'log_pending', 'log_run', 'log_progress', 'log_alarm',
                                     'log_hold', 'log_hold_lift', 'log_floor']::regclass[])
            """;

    private final JdbcClient database;

    DatabaseGuard(JdbcClient database) {
        this.database = database;
    }

    /** @throws StartRefused naming everything that is wrong */
    void check() {
        State state = database.sql(STATE)
                .param("oldest", OLDEST_SERVER)
                .query(State.class)
                .single();
        List<String> faults = state.faults();
        if (!faults.isEmpty()) {
            throw new StartRefused("The database cannot be used: " + String.join("; ", faults) + ".");
        }
    }

    /** What was found; each member true is a fault. */
    record State(
            boolean tooOld,
            boolean noFsync,
            boolean noWait,
            boolean tornPages,
            boolean mighty,
            boolean owner,
            boolean mayChange) {

        List<String> faults() {
            List<String> faults = new ArrayList<>();
            add(faults, tooOld, "it is older than PostgreSQL 15");
            add(faults, noFsync, "fsync is off");
            add(faults, noWait, "synchronous_commit is off");
            add(faults, tornPages, "full_page_writes is off");
            add(faults, mighty, "the role of spring.datasource.username is a superuser or may create roles");
            add(faults, owner, "the role of spring.datasource.username owns the transfer log");
            add(faults, mayChange, "the role of spring.datasource.username may change or delete log entries");
            return faults;
        }

        private static void add(List<String> faults, boolean present, String fault) {
            if (present) {
                faults.add(fault);
            }
        }
    }
}
