package nl.sluiswachter.catalogue;

import nl.sluiswachter.consent.Giver;

/** Whose consent counts at a given age. */
public enum GiverRule {
    SELF,
    REPRESENTATIVE,
    /** The minor and the representative. */
    BOTH;

    /** Whether this giver's consent is needed. */
    public boolean asks(Giver.Relation giver) {
        return this == BOTH || name().equals(giver.name());
    }
}
