package nl.sluiswachter.transferlog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.ImageOf;
import nl.sluiswachter.transfer.SomeDecision;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the table of images with synthetic decisions, as the log does. */
public final class RecordedImages {

    private static final int AT_ONCE = 500;

    private RecordedImages() {}

    /** One image per seed, from 0. */
    public static void fill(JdbcClient jdbc, int decisions) {
        JdbcDecisionImages images = new JdbcDecisionImages(jdbc);
        for (int seed = 0; seed < decisions; seed += AT_ONCE) {
            images.insert(IntStream.range(seed, Math.min(decisions, seed + AT_ONCE))
                    .mapToObj(RecordedImages::of)
                    .toList());
        }
    }

    private static Appending of(int seed) {
        Decided decided = SomeDecision.of(seed);
        return image(
                seed + 1L,
                decided.submitted().catalogue().version(),
                ImageOf.decision(decided).toJson());
    }

    /** One image, recorded under this version. */
    public static void add(JdbcClient jdbc, long number, String version, String image) {
        new JdbcDecisionImages(jdbc).insert(List.of(image(number, version, image)));
    }

    private static Appending image(long number, String version, String image) {
        return SomeAppending.withImage(new UUID(0x7000, number), Instant.parse("2026-11-21T09:00:00Z"), version, image);
    }
}
