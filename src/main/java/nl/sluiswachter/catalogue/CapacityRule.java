package nl.sluiswachter.catalogue;

/** What the law says about everybody who acts in a capacity. */
public record CapacityRule(Text title, BsnRight bsn, SecrecyRegime secrecy) {}
