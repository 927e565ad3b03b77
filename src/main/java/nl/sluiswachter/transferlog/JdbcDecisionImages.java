package nl.sluiswachter.transferlog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.sluiswachter.transfer.DecisionImage;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table decision_image: what decisions looked at, without values. */
public final class JdbcDecisionImages {

    private static final String INSERT =
            """
            insert into decision_image (transfer_id, recorded_at, policy_version, image)
            select transfer_id, at, version, cast(image as jsonb)
              from unnest(:transferIds, :times, :versions, :images) as t (transfer_id, at, version, image)
            """;
    private static final String COUNT = "select count(*) from decision_image";
    private static final String COUNT_OF_TYPES =
            "select count(*) from decision_image where image ->> 'exchangeType' = any(:types)";
    private static final String NEXT =
            """
            select transfer_id, policy_version, image from decision_image
             where transfer_id > :after and recorded_at >= :from
               and pg_visible_in_snapshot(written, cast(:snapshot as pg_snapshot))
             order by transfer_id limit :some
            """;
    private static final String SNAPSHOT = "select pg_current_snapshot()::text";
    private static final String FORGET = "delete from decision_image where recorded_at < :before";
    private static final int READ_AT_ONCE = 500;

    private final JdbcClient jdbc;

    public JdbcDecisionImages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A kept image.
     *
     * @param policyVersion catalogue by which it was decided
     */
    public record Kept(UUID transferId, String policyVersion, DecisionImage image) {}

    /** Keeps the images of those that have one. */
    void insert(List<Appending> all) {
        List<Appending> rows =
                all.stream().filter(row -> row.image().isPresent()).toList();
        if (!rows.isEmpty()) {
            jdbc.sql(INSERT)
                    .param("transferIds", SqlArray.of("uuid", rows, Appending::transferId))
                    .param("times", SqlArray.of("timestamptz", rows, row -> row.entry()
                            .at()))
                    .param("versions", SqlArray.of("text", rows, row -> image(row)
                            .policyVersion()))
                    .param("images", SqlArray.of("text", rows, row -> image(row).json()))
                    .update();
        }
    }

    private static Appending.Image image(Appending row) {
        return row.image().orElseThrow();
    }

    /** How many there are. */
    public long count() {
        return jdbc.sql(COUNT).query(Long.class).single();
    }

    /** How many of these exchange types there are. */
    public long count(List<String> exchangeTypes) {
        return jdbc.sql(COUNT_OF_TYPES)
                .param("types", SqlArray.of("text", exchangeTypes, type -> type))
                .query(Long.class)
                .single();
    }

    /** The images that are kept now and were recorded from this moment on. */
    public ImageRange rangeFrom(Instant from) {
        return new ImageRange(from, jdbc.sql(SNAPSHOT).query(String.class).single());
    }

    /** Hands over each image of the range, oldest first (ids are in order of time), with a few in memory at a time. */
    public void each(ImageRange range, Consumer<Kept> reader) {
        List<Kept> some = after(new UUID(0, 0), range);
        while (!some.isEmpty()) {
            some.forEach(reader);
            some = after(some.get(some.size() - 1).transferId(), range);
        }
    }

    private List<Kept> after(UUID transferId, ImageRange range) {
        return jdbc.sql(NEXT)
                .param("after", transferId)
                .param("from", range.from().atOffset(ZoneOffset.UTC))
                .param("snapshot", range.snapshot())
                .param("some", READ_AT_ONCE)
                .query((row, number) -> new Kept(
                        row.getObject("transfer_id", UUID.class),
                        row.getString("policy_version"),
                        DecisionImage.read(row.getString("image"))))
                .list();
    }

    int forgetBefore(OffsetDateTime instant) {
        return jdbc.sql(FORGET).param("before", instant).update();
    }
}
