package nl.sluiswachter.console.officers;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.party.PlainName;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the provider called officers when they last signed in. For pages only: the log knows an officer by the id, which nobody
 * can choose. Whom nobody saw for long is forgotten.
 */
public final class OfficerNames {

    private static final String SWEEP = "delete from console_officer where signed_in <= :forgotten";
    private static final String FORGET = "delete from console_officer where officer = :officer";
    private static final String REMEMBER =
            """
            insert into console_officer (officer, name, signed_in)
            values (:officer, :name, :now)
            on conflict (officer) do update set name = excluded.name, signed_in = excluded.signed_in
            """;
    private static final String FIND =
            """
            select o.officer, o.name,
                   exists (select from console_officer other
                            where other.officer <> o.officer and o.name in (other.name, other.officer)) as shared
              from console_officer o
             where o.officer = any(:officers) and o.signed_in > :forgotten
            """;

    private final JdbcClient jdbc;
    private final Duration kept;
    private final Clock clock;

    /** @param kept how long after somebody last signed in their name is known */
    OfficerNames(JdbcClient jdbc, Duration kept, Clock clock) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.clock = clock;
    }

    /** Somebody signs in. Whoever does clears away who did not for long. */
    public void remember(Officer officer) {
        jdbc.sql(SWEEP).param("forgotten", forgotten()).update();
        String name = PlainName.of(officer.name());
        if (name.isEmpty() || name.equals(officer.id())) {
            jdbc.sql(FORGET).param("officer", officer.id()).update();
        } else {
            jdbc.sql(REMEMBER)
                    .param("officer", officer.id())
                    .param("name", name)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** What all of these are called, in one query. */
    public Called of(Collection<String> officers) {
        Set<String> asked = officers.stream().filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return new Called(Map.of());
        }
        return new Called(jdbc
                .sql(FIND)
                .param("officers", asked.toArray(String[]::new))
                .param("forgotten", forgotten())
                .query((row, number) -> Map.entry(
                        row.getString("officer"),
                        row.getBoolean("shared")
                                ? row.getString("name") + " (" + row.getString("officer") + ")"
                                : row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private OffsetDateTime forgotten() {
        return clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
    }

    /**
     * The names that one page shows.
     *
     * @param names by id; with the id behind it where a colleague could be meant
     */
    public record Called(Map<String, String> names) {

        public Called {
            names = Map.copyOf(names);
        }

        /** The name; the id of whom nobody knows a name. */
        public String of(String id) {
            return names.getOrDefault(id, id);
        }
    }
}
