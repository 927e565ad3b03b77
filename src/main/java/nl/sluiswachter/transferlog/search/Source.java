package nl.sluiswachter.transferlog.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.LogKind;

/**
 * A search for places that one index serves. What the index tells decides which rows are read; what it does not tell is asked
 * of each row that is read, so that the cost of a search is what it reads and not what it finds. The SQL is put together of
 * constants, moments, how much is read, and codes in {@link #literal(String)}; any other text that comes from outside is a
 * parameter, always.
 */
final class Source {

    private static final String SQL =
            """
            (select %6$s %1$s.recorded_at, %1$s.shard, %1$s.position, %8$s, coalesce(%3$s, false) as fits,
                    l.kind in ('DESTRUCTION', 'HOLD') as judged
               from %2$s where %4$s order by %5$s limit %7$d)
            """;

    /** A person may stand in an entry twice; elsewhere nothing comes twice, and this would have all of it sorted. */
    private static final String ONCE = "distinct on (s.recorded_at, s.shard, s.position)";

    private static final String LOG = "transfer_log l";
    private static final String ENTRY = " join transfer_log l using (shard, position, recorded_at)";

    /** By BSN, and by name and birthdate. */
    private static final int KEYS_OF_ONE = 2;

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,80}");
    static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** What a newer version writes, this one does not know how to show. */
    private static final String KNOWN = kinds(EnumSet.allOf(LogKind.class));

    private final String alias;
    private final String tables;
    private final List<String> keys = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private boolean inHours;

    private Source(String alias, String tables) {
        this.alias = alias;
        this.tables = tables;
    }

    /**
     * All entries but those that were destroyed: nothing is left by which they could be found, and nothing to show. One that is
     * gone and was not destroyed is damaged.
     */
    static Source log() {
        return new Source("l", LOG).and("l.destroyed_at is null").and(KNOWN);
    }

    /** Entries about a person. */
    static Source subject() {
        return new Source("s", "transfer_log_subject s" + ENTRY).and(KNOWN);
    }

    /** Refusals by a reason that is not their first. */
    static Source otherReason() {
        return new Source("r", "transfer_log_reason r" + ENTRY).and(KNOWN);
    }

    /** Entries about a person, one source for each key that the person has: each is one index's work. */
    static List<Source> subject(SubjectIdentity person) {
        List<Source> sources = new ArrayList<>();
        for (SubjectKey key : person.keys()) {
            String name = "subject" + sources.size();
            sources.add(subject().and("s.subject_key = :" + name).with(name, key.value()));
        }
        return sources;
    }

    /** The index that serves it knows the hour of an entry and no more: its order within the hour is made by sorting. */
    Source inHours() {
        inHours = true;
        return this;
    }

    /** Not before this moment. */
    Source from(Optional<Instant> moment) {
        return bounded(">=", ">=", moment);
    }

    /** Earlier than this moment. */
    Source until(Optional<Instant> moment) {
        return bounded("<", "<=", moment);
    }

    /** The same to the moment, within a period that stands in the text already: so one plan serves all who ask for the same days. */
    Source before(Instant moment) {
        return and("%s.recorded_at < :before".formatted(alias())).with("before", moment.atOffset(ZoneOffset.UTC));
    }

    private Source bounded(String comparison, String ofHours, Optional<Instant> moment) {
        moment.map(Source::literal).ifPresent(at -> {
            if (inHours) {
                keys.add("log_hour(l.recorded_at) %s log_hour(%s)".formatted(ofHours, at));
            }
            and("%s.recorded_at %s %s".formatted(alias(), comparison, at));
            if (!isLog()) {
                and("l.recorded_at %s %s".formatted(comparison, at)); // else all months are planned for
            }
        });
        return this;
    }

    /**
     * A moment stands in the text: a plan for any period takes a two-hundredth of what there is for granted, and reads all of a
     * party's month to sort it. What the database has no words for is as far away as it has words for.
     */
    private static String literal(Instant moment) {
        Instant known = moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment;
        return "timestamptz '" + known + "'";
    }

    /**
     * A code in the text, for the plan to be kept: of a party or of the catalogue.
     *
     * @throws IllegalArgumentException when it has anything but capitals, digits and {@code _}, or more than 80 of them
     */
    static String literal(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("A code of other characters than can stand in a search");
        }
        return "'" + code + "'";
    }

    /** That an entry is of one of these kinds. */
    static String kinds(Set<LogKind> kinds) {
        return kinds.stream()
                .map(LogKind::name)
                .sorted()
                .map(Source::literal)
                .collect(Collectors.joining(", ", "l.kind in (", ")"));
    }

    /** What comes after the place {@code :at}, {@code :shard}, {@code :position}. */
    Source after(Order order) {
        if (inHours) {
            keys.add(order.afterHour());
        }
        return and(order.after(alias()));
    }

    /** Rows for which this does not hold are not read, or are as if they were not there. */
    Source and(String condition) {
        keys.add(condition);
        return this;
    }

    /** The same where there is a value, which is the parameter of this name. */
    Source and(String condition, String name, Optional<?> value) {
        return value.isEmpty() ? this : and(condition).with(name, value.get());
    }

    /** Rows for which this does not hold are read, and do not fit. */
    Source asking(String condition) {
        rest.add(condition);
        return this;
    }

    /** The same where there is a value, which is the parameter of this name. */
    Source asking(String condition, String name, Optional<?> value) {
        return value.isEmpty() ? this : asking(condition).with(name, value.get());
    }

    /**
     * That a person has one of these keys. Those of one person are parameters of their own: a plan for an array of any length counts
     * on ten, so that none would be kept for one or two.
     *
     * @param condition with {@code %s} for what is said of the column
     */
    Source among(String condition, Collection<SubjectKey> keys) {
        List<UUID> values = keys.stream().map(SubjectKey::value).toList();
        if (values.isEmpty() || values.size() > KEYS_OF_ONE) {
            return and(condition.formatted("= any(:persons)")).with("persons", values.toArray(UUID[]::new));
        }
        List<String> names = new ArrayList<>();
        for (UUID value : values) {
            String name = "person" + names.size();
            names.add(":" + name);
            with(name, value);
        }
        return and(condition.formatted(names.stream().collect(Collectors.joining(", ", "in (", ")"))));
    }

    /** What conditions call {@code :name}. */
    Source with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Whether it reads the log itself, and not what stands beside it of persons. */
    boolean isLog() {
        return tables.equals(LOG);
    }

    /** The table that is in the order of time. */
    String alias() {
        return alias;
    }

    /**
     * The first entries that it reads, each with its place and whether it fits.
     *
     * @param most of them; it stands in the text, because a plan for any number is one for a tenth of the log
     */
    String sql(Order order, int most) {
        String by = inHours ? order.byHour() : order.by(alias());
        return SQL.formatted(
                alias(), tables, all(rest), all(keys), by, alias.equals("s") ? ONCE : "", most, EntryReader.READ);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private static String all(List<String> conditions) {
        return conditions.isEmpty() ? "true" : "(" + String.join(") and (", conditions) + ")";
    }
}
