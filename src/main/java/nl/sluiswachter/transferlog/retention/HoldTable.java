package nl.sluiswachter.transferlog.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables log_hold and log_hold_lift: the database says when, and nothing is changed. */
final class HoldTable {

    /** Holds that are listed at most. */
    static final int MOST = 1_000;

    private static final String INSERT =
            """
            insert into log_hold (hold_id, placed_by, ground, reference, scope, subjects, transfer_id, case_key,
                                  exchange_type, from_at, until_at)
            values (:id, :by, :ground, :reference, :scope, cast(:subjects as uuid[]), :transferId, :caseKey,
                    :type, cast(:from as timestamptz), cast(:until as timestamptz))
            """;
    private static final String LIFT =
            """
            insert into log_hold_lift (hold_id, lifted_by, reference) values (:id, :by, :reference)
                on conflict do nothing
            """;
    private static final String FIND =
            "select h.*, l.lifted_at from log_hold h left join log_hold_lift l using (hold_id) where hold_id = :id";
    private static final String IN_FORCE =
            """
            select h.*, l.lifted_at from log_hold_in_force h left join log_hold_lift l using (hold_id)
             order by h.placed_at desc, h.hold_id limit :most
            """;

    private final JdbcClient jdbc;

    HoldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, Oin by, Hold.Ground ground, String reference, Hold.Scope scope) {
        Optional<Hold.Timespan> period = only(Hold.Timespan.class, scope);
        jdbc.sql(INSERT)
                .param("id", id)
                .param("by", by.value())
                .param("ground", ground.name())
                .param("reference", reference)
                .param("scope", scope.name())
                .param("subjects", SqlArray.of("uuid", subjects(scope), SubjectKey::value))
                .param(
                        "transferId",
                        only(Hold.Transfer.class, scope).map(Hold.Transfer::id).orElse(null))
                .param(
                        "caseKey",
                        only(Hold.Case.class, scope).map(Hold.Case::key).orElse(null))
                .param("type", period.flatMap(Hold.Timespan::exchangeType).orElse(null))
                .param("from", utc(period.flatMap(Hold.Timespan::from)))
                .param("until", utc(period.flatMap(Hold.Timespan::until)))
                .update();
    }

    /** Whether it was not lifted before. */
    boolean lift(UUID id, Oin by, String reference) {
        return jdbc.sql(LIFT)
                        .param("id", id)
                        .param("by", by.value())
                        .param("reference", reference)
                        .update()
                > 0;
    }

    Optional<Hold> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(HoldTable::hold).optional();
    }

    /** Those that hold now, the newest first; also those lifted less than a week ago. */
    List<Hold> inForce() {
        return jdbc.sql(IN_FORCE).param("most", MOST).query(HoldTable::hold).list();
    }

    static List<SubjectKey> subjects(Hold.Scope scope) {
        return only(Hold.Person.class, scope).map(Hold.Person::keys).orElse(List.of());
    }

    private static <T> Optional<T> only(Class<T> type, Object value) {
        return Optional.of(value).filter(type::isInstance).map(type::cast);
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getObject("hold_id", UUID.class),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                new Oin(row.getString("placed_by")),
                Hold.Ground.valueOf(row.getString("ground")),
                row.getString("reference"),
                scope(row),
                instant(row, "lifted_at"));
    }

    private static Hold.Scope scope(ResultSet row) throws SQLException {
        return switch (row.getString("scope")) {
            case "SUBJECT" ->
                new Hold.Person(Arrays.stream((UUID[]) row.getArray("subjects").getArray())
                        .map(SubjectKey::new)
                        .toList());
            case "TRANSFER" -> new Hold.Transfer(row.getObject("transfer_id", UUID.class));
            case "CASE" -> new Hold.Case(row.getObject("case_key", UUID.class));
            default ->
                new Hold.Timespan(
                        Optional.ofNullable(row.getString("exchange_type")),
                        instant(row, "from_at"),
                        instant(row, "until_at"));
        };
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Optional<Instant> moment) {
        return moment.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
