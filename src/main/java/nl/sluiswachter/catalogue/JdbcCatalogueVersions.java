package nl.sluiswachter.catalogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table catalogue_version: insert and select only. */
public final class JdbcCatalogueVersions {

    private static final String INSERT =
            """
            insert into catalogue_version (version, content, loaded_at, source)
            values (:version, :content, :at, :source)
            on conflict (version) do nothing
            """;
    private static final String FIND = "select content from catalogue_version where version = :version";
    private static final String LIST =
            "select version, loaded_at, source from catalogue_version order by loaded_at, version";
    private static final String LIKE =
            "select version from catalogue_version where starts_with(version, :prefix) order by version limit 2";

    private final JdbcClient jdbc;

    public JdbcCatalogueVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a version came from. */
    public enum Source {
        /** It travels in the jar of a node that started. */
        JAR,
        /** Somebody loaded it. */
        COMMAND
    }

    /** A version that is kept. */
    public record Kept(String version, Instant loadedAt, Source source) {}

    /** Keeps a version; returns whether it was new. */
    public boolean insert(CanonicalForm form, Source source, Instant at) {
        return jdbc.sql(INSERT)
                        .param("version", form.version())
                        .param("content", form.bytes())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("source", source.name())
                        .update()
                > 0;
    }

    /** What is stored under the name; whether it fits the name is for the reader to see. */
    public Optional<CanonicalForm> find(String version) {
        return jdbc.sql(FIND)
                .param("version", version)
                .query((row, number) -> new CanonicalForm(row.getBytes("content")))
                .optional();
    }

    /** All versions, oldest first. */
    public List<Kept> list() {
        return jdbc.sql(LIST)
                .query((row, number) -> new Kept(
                        row.getString("version"),
                        row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                        Source.valueOf(row.getString("source"))))
                .list();
    }

    /** Up to two versions that begin so. */
    public List<String> startingWith(String prefix) {
        return jdbc.sql(LIKE).param("prefix", prefix).query(String.class).list();
    }
}
