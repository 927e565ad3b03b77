package nl.sluiswachter.activation;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueException;
import nl.sluiswachter.transfer.DecisionImage;
import nl.sluiswachter.transfer.Rehearsal;
import nl.sluiswachter.transferlog.ImageRange;
import nl.sluiswachter.transferlog.JdbcDecisionImages;

/**
 * Rehearses on the kept images. Each is first decided by the version it was decided by: when that does not come out as it
 * did then, the image tells too little, or this jar judges otherwise, and nothing is said of the decision. Then the
 * catalogue in force and the candidate decide it, so that only the candidate makes a difference.
 */
final class ImageRehearsals implements Rehearsals {

    private static final Duration TO_APPROVE = Duration.ofDays(7);

    private final JdbcDecisionImages images;
    private final Function<String, Optional<Catalogue>> versions;
    private final Duration kept;
    private final Clock clock;

    /**
     * @param versions a loaded version by its name
     * @param kept how long an image is kept
     */
    ImageRehearsals(
            JdbcDecisionImages images, Function<String, Optional<Catalogue>> versions, Duration kept, Clock clock) {
        this.images = images;
        this.versions = versions;
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
    public long count(List<String> exchangeTypes) {
        return images.count(exchangeTypes);
    }

    @Override
    public RehearsalSummary rehearse(Catalogue inForce, Catalogue candidate, ImageRange range, LongConsumer progress) {
        Tally tally = new Tally(inForce.version(), candidate.version(), range, inForce::isConfidential);
        Map<String, Optional<Catalogue>> known = new HashMap<>();
        known.put(inForce.version(), Optional.of(inForce));
        known.put(candidate.version(), Optional.of(candidate));
        images.each(range, kept -> {
            Optional<Catalogue> then = known.computeIfAbsent(kept.policyVersion(), this::version);
            if (then.filter(version -> isReproduced(kept.image(), version)).isPresent()) {
                tally.count(
                        kept.image(),
                        Rehearsal.decide(kept.image(), inForce),
                        Rehearsal.decide(kept.image(), candidate));
            } else {
                tally.countNotRehearsable(kept.image());
            }
            progress.accept(tally.decisions());
        });
        return tally.summary();
    }

    private static boolean isReproduced(DecisionImage image, Catalogue version) {
        return Rehearsal.decide(image, version).equals(image.outcome());
    }

    /** A version that this jar can no longer use decides nothing. */
    private Optional<Catalogue> version(String name) {
        try {
            return versions.apply(name);
        } catch (CatalogueException e) {
            return Optional.empty();
        }
    }
}
