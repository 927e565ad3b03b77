package nl.sluiswachter.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table catalogue_event: insert and select only. */
public final class JdbcCatalogueEvents {

    private static final String ACTIVATIONS =
            """
            select activation, version, at, signature, pressed_by from catalogue_event
             where state = 'ACTIVATED' order by activation desc
            """;
    private static final String LATEST = ACTIVATIONS + " limit 1";
    private static final String ALL_APPROVALS =
            "select version, activation, rehearsal, officer, at, signature from catalogue_event where state = 'APPROVED'";
    private static final String OLDEST_FIRST = " order by event_id";
    private static final String APPROVALS =
            ALL_APPROVALS + " and activation = :activation and version = :version" + OLDEST_FIRST;
    private static final String REHEARSALS =
            """
            select version, activation, at, rehearsal, summary from catalogue_event
             where state = 'REHEARSED' and activation = :activation and version = :version
            """;
    private static final String LATEST_FIRST = " order by event_id desc limit 1";
    private static final String REHEARSAL = REHEARSALS + LATEST_FIRST;
    private static final String REHEARSAL_WITH = REHEARSALS + " and rehearsal = :digest" + LATEST_FIRST;
    private static final String LAST_REHEARSALS =
            """
            select distinct on (version) version, activation, at, rehearsal, summary from catalogue_event
             where state = 'REHEARSED' and activation = :activation order by version, event_id desc
            """;
    private static final String INSERT =
            """
            insert into catalogue_event (activation, version, state, at, officer, summary, rehearsal, signature, pressed_by)
            values (:activation, :version, :state, :at, :officer, :summary, :rehearsal, :signature, :pressedBy)
            """;

    private final JdbcClient jdbc;

    public JdbcCatalogueEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row that says that a version is the law in force from then on. Whether that is so is for the reader to verify.
     *
     * @param pressedBy officer of the console who put it in force; empty for the command line. Who approved signed for it
     */
    public record Activated(int activation, String version, Instant at, byte[] seal, Optional<String> pressedBy) {}

    /**
     * A rehearsal that was carried out.
     *
     * @param summary JSON
     * @param rehearsal SHA-256 of the summary, lowercase hex
     */
    public record Rehearsed(String version, int activation, Instant at, String rehearsal, String summary) {}

    /** The row with the highest number. */
    public Optional<Activated> latest() {
        return jdbc.sql(LATEST).query((row, number) -> activated(row)).optional();
    }

    /** The number of the activation that comes next. */
    public int next() {
        return latest().map(Activated::activation).orElse(0) + 1;
    }

    /** Every activation, the latest first. */
    public List<Activated> activations() {
        return jdbc.sql(ACTIVATIONS).query((row, number) -> activated(row)).list();
    }

    /** The approvals of a version for an activation, oldest first, not verified. */
    public List<Approval> approvals(int activation, String version) {
        return jdbc.sql(APPROVALS)
                .param("activation", activation)
                .param("version", version)
                .query((row, number) -> approval(row))
                .list();
    }

    /** Those of every version for every activation, oldest first, not verified. */
    public List<Approval> approvals() {
        return jdbc.sql(ALL_APPROVALS + OLDEST_FIRST)
                .query((row, number) -> approval(row))
                .list();
    }

    /** The last rehearsal of each version for an activation. */
    public List<Rehearsed> rehearsals(int activation) {
        return jdbc.sql(LAST_REHEARSALS)
                .param("activation", activation)
                .query((row, number) -> rehearsed(row))
                .list();
    }

    /** The last rehearsal of a version for an activation. */
    public Optional<Rehearsed> rehearsal(int activation, String version) {
        return jdbc.sql(REHEARSAL)
                .param("activation", activation)
                .param("version", version)
                .query((row, number) -> rehearsed(row))
                .optional();
    }

    /** The rehearsal with this digest. */
    public Optional<Rehearsed> rehearsal(int activation, String version, String digest) {
        return jdbc.sql(REHEARSAL_WITH)
                .param("activation", activation)
                .param("version", version)
                .param("digest", digest)
                .query((row, number) -> rehearsed(row))
                .optional();
    }

    /** Adds a rehearsal. */
    public void add(Rehearsed event) {
        insert(event.activation(), event.version(), "REHEARSED", event.at())
                .param("officer", null)
                .param("summary", event.summary())
                .param("rehearsal", event.rehearsal())
                .param("signature", null)
                .param("pressedBy", null)
                .update();
    }

    /** Adds an approval; the database wants a rehearsal before it. */
    public void add(Approval event) {
        insert(event.activation(), event.version(), "APPROVED", event.at())
                .param("officer", event.officer())
                .param("summary", null)
                .param("rehearsal", event.rehearsal())
                .param("signature", event.signature())
                .param("pressedBy", null)
                .update();
    }

    /** Adds an activation; after the first the database wants two approvals before it. */
    public void add(Activated event) {
        insert(event.activation(), event.version(), "ACTIVATED", event.at())
                .param("officer", null)
                .param("summary", null)
                .param("rehearsal", null)
                .param("signature", event.seal())
                .param("pressedBy", event.pressedBy().orElse(null))
                .update();
    }

    private JdbcClient.StatementSpec insert(int activation, String version, String state, Instant at) {
        return jdbc.sql(INSERT)
                .param("activation", activation)
                .param("version", version)
                .param("state", state)
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    private static Activated activated(ResultSet row) throws SQLException {
        return new Activated(
                row.getInt("activation"),
                row.getString("version"),
                at(row),
                row.getBytes("signature"),
                Optional.ofNullable(row.getString("pressed_by")));
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getString("version"),
                row.getInt("activation"),
                row.getString("rehearsal"),
                row.getString("officer"),
                at(row),
                row.getBytes("signature"));
    }

    private static Rehearsed rehearsed(ResultSet row) throws SQLException {
        return new Rehearsed(
                row.getString("version"),
                row.getInt("activation"),
                at(row),
                row.getString("rehearsal"),
                row.getString("summary"));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
