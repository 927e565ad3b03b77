package nl.sluiswachter.catalogue;

import nl.sluiswachter.consent.ConsentKind;

/**
 * One cell of the re-use matrix.
 *
 * @param article where it says so; for a refusal, the article that closes the door
 * @param alsoNeeds a second consent that lifts the secrecy of the source; null for none
 * @param notForEnforcement whether the cell becomes NEVER when the data serve control or sanction
 * @param onlyFor the one purpose for which the cell holds, NEVER for any other; null for all
 */
public record ReuseCell(
        ReuseRule rule, String article, ConsentKind alsoNeeds, boolean notForEnforcement, String onlyFor) {

    /** What the cell says to this purpose. */
    public ReuseRule rule(String purpose, boolean enforcement) {
        boolean closed = notForEnforcement && enforcement || onlyFor != null && !onlyFor.equals(purpose);
        return closed ? ReuseRule.NEVER : rule;
    }
}
