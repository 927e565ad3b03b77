package nl.sluiswachter.activation;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.LongConsumer;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.transfer.Outcome;
import nl.sluiswachter.transfer.Rehearsal;
import nl.sluiswachter.transferlog.ImageRange;
import nl.sluiswachter.transferlog.JdbcDecisionImages;

/**
 * Rehearses on the kept images. What was decided by the catalogue in force is compared with what was decided then; an older
 * decision is first decided by the catalogue in force, so that only the candidate makes a difference.
 */
final class ImageRehearsals implements Rehearsals {

    private static final Duration TO_APPROVE = Duration.ofDays(7);

    private final JdbcDecisionImages images;
    private final Duration kept;
    private final Clock clock;

    /** @param kept how long an image is kept */
    ImageRehearsals(JdbcDecisionImages images, Duration kept, Clock clock) {
        this.images = images;
        this.kept = kept;
        this.clock = clock;
    }

    /** Without what will be forgotten within a week: an officer could not repeat the rehearsal then. */
    @Override
    public ImageRange range() {
        Duration half = kept.dividedBy(2);
        Duration margin = half.compareTo(TO_APPROVE) < 0 ? half : TO_APPROVE;
        return images.rangeFrom(clock.instant().minus(kept).plus(margin).truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public long count() {
        return images.count();
    }

    @Override
    public RehearsalSummary rehearse(Catalogue inForce, Catalogue candidate, ImageRange range, LongConsumer progress) {
        Tally tally = new Tally(inForce.version(), candidate.version(), range);
        images.each(range, kept -> {
            Outcome before = kept.policyVersion().equals(inForce.version())
                    ? kept.image().outcome()
                    : Rehearsal.decide(kept.image(), inForce);
            tally.count(kept.image(), before, Rehearsal.decide(kept.image(), candidate));
            progress.accept(tally.decisions());
        });
        return tally.summary();
    }
}
