package nl.sluiswachter.catalogue;

import nl.sluiswachter.consent.ConsentKind;

/**
 * One cell of the re-use matrix.
 *
 * @param article where it says so; for a refusal, the article that closes the door
 * @param alsoNeeds a second consent that lifts the secrecy of the source; null for none
 * @param notForEnforcement whether the cell becomes NEVER when the data serve control or sanction
 */
public record ReuseCell(ReuseRule rule, String article, ConsentKind alsoNeeds, boolean notForEnforcement) {}
