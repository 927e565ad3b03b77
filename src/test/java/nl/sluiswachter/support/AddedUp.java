package nl.sluiswachter.support;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The sums over table log_figures, after a test wrote in it. */
public final class AddedUp {

    /** In one transaction, and not while a gateway counts. */
    private static final String SUMS =
            """
            do $$ begin
            perform pg_advisory_xact_lock(hashtextextended('log_figures', 0));
            delete from log_exchanged;
            insert into log_exchanged
            select month, exchange_type, sender, receiver, coalesce(sum(transfers) filter (where outcome = 'PERMIT'), 0),
                   coalesce(sum(transfers) filter (where outcome = 'DENY'), 0)
              from log_figures group by 1, 2, 3, 4;
            delete from log_reasons;
            insert into log_reasons
            select month, exchange_type, reason, sum(transfers) from log_figures where outcome = 'DENY' group by 1, 2, 3;
            end $$
            """;

    private AddedUp() {}

    /** Says in the sums what the lines say now. */
    public static void figures(JdbcClient owner) {
        owner.sql(SUMS).update();
    }
}
