package nl.sluiswachter.transferlog.retention;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.sluiswachter.transferlog.sql.Age;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log has to destroy; the destroying itself is a function of the database, which the gateway can only ask. */
final class RetentionTable {

    private static final String TRY = "select pg_try_advisory_xact_lock(hashtextextended('log_retention', 0))";
    private static final String END = "update log_turn set taken_at = now() where name = 'log-retention'";
    private static final String AGE =
            "select extract(epoch from clock_timestamp() - taken_at) from log_turn where name = 'log-retention'";
    private static final String FLOORS = "select rule, term from log_floor";
    private static final String DESTROY =
            "select * from destroy_due_log_entries(:rule, :term, :most, cast(:at as timestamptz), :shard, :position)";
    /** One look into the index for each type that there is. */
    private static final String TYPES =
            """
            with recursive known as (
              select min(exchange_type) as type from transfer_log where exchange_type is not null
              union all
              select (select min(exchange_type) from transfer_log where exchange_type > known.type)
                from known where known.type is not null)
            select type from known where type is not null
            """;

    private final JdbcClient jdbc;

    RetentionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else destroys; false when somebody does already. */
    boolean tryLock() {
        return jdbc.sql(TRY).query(Boolean.class).single();
    }

    /** Says that a run came to its end. */
    void end() {
        jdbc.sql(END).update();
    }

    /** Since the last run came to its end; since the log was made when none did. */
    Duration age() {
        return Age.of(jdbc, AGE);
    }

    /** The shortest terms, by rule. */
    Map<String, Period> floors() {
        return jdbc
                .sql(FLOORS)
                .query((row, number) -> Map.entry(row.getString("rule"), Period.parse(row.getString("term"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Exchange types of which there are entries, also those that the catalogue does not know any more. */
    List<String> types() {
        return jdbc.sql(TYPES).query(String.class).list();
    }

    /**
     * A place in the log, behind which is looked for what is due.
     *
     * @param at when the entry there was recorded, as the database writes it
     */
    record Behind(String at, int shard, long position) {

        static final Behind NOTHING = new Behind("-infinity", 0, 0);
    }

    /** What was done, whether there may be more, and behind which place. */
    record Destroyed(int entries, boolean more, Behind next) {}

    /** Destroys some of what is due under a rule and tells so in the log. */
    Destroyed destroy(String rule, Period term, int most, Behind behind) {
        return jdbc.sql(DESTROY)
                .param("rule", rule)
                .param("term", term.toString())
                .param("most", most)
                .param("at", behind.at())
                .param("shard", behind.shard())
                .param("position", behind.position())
                .query((row, number) -> new Destroyed(
                        row.getInt("destroyed"),
                        row.getBoolean("more"),
                        new Behind(
                                row.getString("after_at"), row.getInt("after_shard"), row.getLong("after_position"))))
                .single();
    }
}
