package nl.sluiswachter.facts;

/**
 * Why a fact cannot be registered as it is.
 *
 * @param member of the fact, as named in the contract
 * @param code stable machine-readable code
 * @param reason what is expected; never the value
 */
public record Flaw(String member, String code, String reason) {}
