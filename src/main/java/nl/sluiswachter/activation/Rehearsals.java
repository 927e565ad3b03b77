package nl.sluiswachter.activation;

import java.util.List;
import java.util.function.LongConsumer;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.transferlog.ImageRange;

/** Decides the recorded decisions again. */
public interface Rehearsals {

    /** How many recorded decisions there are. */
    long count();

    /** How many of these exchange types there are. */
    long count(List<String> exchangeTypes);

    /** What is recorded now and stays long enough for two officers to repeat the rehearsal. */
    ImageRange range();

    /**
     * What would change if the candidate were in force.
     *
     * @param range on which decisions; the same range gives the same summary
     * @param progress told how many decisions were done so far
     */
    RehearsalSummary rehearse(Catalogue inForce, Catalogue candidate, ImageRange range, LongConsumer progress);

    /** The same on what is recorded now, under a salt that nobody knows. */
    default RehearsalSummary rehearse(Catalogue inForce, Catalogue candidate, LongConsumer progress) {
        return rehearse(inForce, candidate, range(), progress).salted();
    }
}
