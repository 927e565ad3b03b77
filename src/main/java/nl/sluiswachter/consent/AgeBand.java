package nl.sluiswachter.consent;

/**
 * The ages at which the law changes who may consent (UAVG art. 5, Wmo 2015 art. 5.3.3 lid 2, BW 7:447), the only place where
 * they stand as numbers. Who consents in a band is the catalogue's to say: {@code ages.yaml} has a member for each.
 */
public enum AgeBand {
    UNDER_12(0),
    FROM_12(12),
    FROM_16(16),
    ADULT(18);

    private final int from;

    AgeBand(int from) {
        this.from = from;
    }

    /** The first age of the band, in whole years. */
    public int from() {
        return from;
    }

    /** The band of this age in whole years; who is not born yet is young. */
    public static AgeBand of(int age) {
        AgeBand band = UNDER_12;
        for (AgeBand next : values()) {
            if (age >= next.from) {
                band = next;
            }
        }
        return band;
    }
}
