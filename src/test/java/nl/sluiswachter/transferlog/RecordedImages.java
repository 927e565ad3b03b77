package nl.sluiswachter.transferlog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.ImageOf;
import nl.sluiswachter.transfer.SomeDecision;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the table of images with synthetic decisions, as the log does. */
public final class RecordedImages {

    private RecordedImages() {}

    /** One image per seed, from 0. */
    public static void fill(JdbcClient jdbc, int decisions) {
        for (int seed = 0; seed < decisions; seed++) {
            Decided decided = SomeDecision.of(seed);
            add(
                    jdbc,
                    seed + 1L,
                    decided.submitted().catalogue().version(),
                    ImageOf.decision(decided).toJson());
        }
    }

    /** One image, recorded under this version. */
    public static void add(JdbcClient jdbc, long number, String version, String image) {
        new JdbcDecisionImages(jdbc)
                .insert(List.of(SomeAppending.withImage(
                        new UUID(0x7000, number), Instant.parse("2026-11-21T09:00:00Z"), version, image)));
    }
}
