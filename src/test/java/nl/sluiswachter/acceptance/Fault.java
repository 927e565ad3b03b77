package nl.sluiswachter.acceptance;

import java.util.function.Supplier;

/** Makes the shared gateway's database refuse something until it is repaired. One at a time. */
final class Fault {

    private static final String RAISE =
            """
            create function fault() returns trigger language plpgsql as
              $$ begin raise exception 'no' using errcode = '%s'; end $$;
            """;

    private Fault(String condition, String trigger) {
        Tables.asOwner();
        Tables.change(RAISE.formatted(condition) + trigger + " execute function fault()");
    }

    /**
     * @param condition the name PostgreSQL gives the error, as {@code disk_full}
     * @param when when it is raised: {@code before insert on <table> for each row} or the like
     */
    static Fault raising(String condition, String when) {
        return new Fault(condition, "create trigger fault " + when);
    }

    /** @param table to which nothing can be added: that fails at the commit */
    static Fault atCommit(String condition, String table) {
        return new Fault(
                condition,
                "create constraint trigger fault after insert on " + table
                        + " deferrable initially deferred for each row");
    }

    /** Does something meanwhile and repairs it. */
    <T> T during(Supplier<T> deed) {
        try {
            return deed.get();
        } finally {
            repair();
        }
    }

    /** Waits for no event to be written: it may be this that keeps it. */
    void repair() {
        Tables.change("drop function fault cascade");
    }
}
