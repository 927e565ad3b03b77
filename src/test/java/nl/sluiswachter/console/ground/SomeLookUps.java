package nl.sluiswachter.console.ground;

import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.search.Lookups;

/** Of a municipality that knows no other party. */
public final class SomeLookUps {

    private static final Oin VIEWER = new Oin("00000099000000001400");

    private SomeLookUps() {}

    public static LookUps of(Lookups lookups) {
        return new LookUps(VIEWER, null, null, lookups);
    }
}
