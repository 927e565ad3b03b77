package nl.sluiswachter.catalogue;

/** Whose consent counts at a given age. */
public enum GiverRule {
    SELF,
    REPRESENTATIVE,
    /** The minor and the representative. */
    BOTH
}
