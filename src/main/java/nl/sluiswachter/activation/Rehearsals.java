package nl.sluiswachter.activation;

import java.util.function.LongConsumer;
import nl.sluiswachter.catalogue.Catalogue;

/** Decides the recorded decisions again. */
public interface Rehearsals {

    /** How many recorded decisions there are. */
    long count();

    /**
     * What would change if the candidate were in force.
     *
     * @param progress told how many decisions were done so far
     */
    RehearsalSummary rehearse(Catalogue inForce, Catalogue candidate, LongConsumer progress);
}
