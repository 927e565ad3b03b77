package nl.sluiswachter.activation;

import java.util.function.LongConsumer;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.transfer.Outcome;
import nl.sluiswachter.transfer.Rehearsal;
import nl.sluiswachter.transferlog.JdbcDecisionImages;

/**
 * Rehearses on the kept images. What was decided by the catalogue in force is compared with what was decided then; an older
 * decision is first decided by the catalogue in force, so that only the candidate makes a difference.
 */
final class ImageRehearsals implements Rehearsals {

    private final JdbcDecisionImages images;

    ImageRehearsals(JdbcDecisionImages images) {
        this.images = images;
    }

    @Override
    public long count() {
        return images.count();
    }

    @Override
    public RehearsalSummary rehearse(Catalogue inForce, Catalogue candidate, LongConsumer progress) {
        Tally tally = new Tally(inForce.version(), candidate.version());
        images.each(kept -> {
            Outcome before = kept.policyVersion().equals(inForce.version())
                    ? kept.image().outcome()
                    : Rehearsal.decide(kept.image(), inForce);
            tally.count(kept.image(), before, Rehearsal.decide(kept.image(), candidate));
            progress.accept(tally.decisions());
        });
        return tally.summary();
    }
}
