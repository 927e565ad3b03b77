package nl.sluiswachter.transferlog.search;

/** In which order of time entries are read. */
public enum Order {
    OLDEST_FIRST("asc", ">"),
    NEWEST_FIRST("desc", "<");

    private final String direction;
    private final String beyond;

    Order(String direction, String beyond) {
        this.direction = direction;
        this.beyond = beyond;
    }

    /** The columns of the order, of a table or of the result. */
    String by(String alias) {
        return "%1$s.recorded_at %2$s, %1$s.shard %2$s, %1$s.position %2$s".formatted(alias, direction);
    }

    /** The same of the log with the hour in front, which changes nothing, for an index of hours. */
    String byHour() {
        return "log_hour(l.recorded_at) " + direction + ", " + by("l");
    }

    /** Implied by {@link #after} of the log, for an index of hours. */
    String afterHour() {
        return "log_hour(l.recorded_at) %s= log_hour(:at)".formatted(beyond);
    }

    /** What comes after a place. */
    String after(String alias) {
        return "(%1$s.recorded_at, %1$s.shard, %1$s.position) %2$s (:at, :shard, :position)".formatted(alias, beyond);
    }
}
