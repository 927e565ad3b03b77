package nl.sluiswachter.catalogue;

/** Of which fields a sender is believed that the resident told them for this purpose. */
public enum ToldByResident {
    /** Of every field. */
    ALL,
    /**
     * Of what only says who or which case it is about. Any other field counts as obtained under the law of the sender too
     * ({@link CapacityRule#actsUnder}), and the strictest counts.
     */
    ACCOMPANYING
}
