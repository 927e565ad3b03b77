package nl.sluiswachter.transferlog.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way to look for entries, which one index serves. The SQL is put together of constants; what comes from outside is a
 * parameter, always.
 */
final class Source {

    private final String tables;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Source(String tables) {
        this.tables = tables;
    }

    /** All entries but those that were destroyed: nothing is left by which they could be found, and nothing to show. */
    static Source log() {
        return new Source("transfer_log l").and("l.entry is not null");
    }

    /** Entries about a person. */
    static Source subject() {
        return new Source("transfer_log_subject s join transfer_log l using (shard, position, recorded_at)");
    }

    /** @param condition SQL; {@code :name} is its parameter */
    Source and(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
        return this;
    }

    Source and(String condition) {
        conditions.add(condition);
        return this;
    }

    Source and(String condition, String name, Optional<?> value) {
        return value.isEmpty() ? this : and(condition, name, value.get());
    }

    boolean isAboutASubject() {
        return tables.startsWith("transfer_log_subject");
    }

    /** The places that it finds, the first {@code :most} of them. */
    String sql(Order order) {
        String alias = isAboutASubject() ? "s" : "l";
        String where = conditions.isEmpty() ? "true" : String.join(" and ", conditions);
        return "(select distinct %1$s.recorded_at, %1$s.shard, %1$s.position from %2$s where %3$s order by %4$s limit :most)"
                .formatted(alias, tables, where, order.by(alias));
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
