package nl.sluiswachter.console.rules;

import nl.sluiswachter.canary.Canaries;

/**
 * How it is seen that the gateway keeps to the rules of a type.
 *
 * @param canaries how many wrong messages of it the gateway sends itself
 * @param wrong how many of them were not refused as they must be
 */
record RuleProof(int canaries, int wrong, CaseLines cases) {

    static RuleProof of(Canaries.OfType canaries, CaseLines cases) {
        return new RuleProof(canaries.all(), canaries.wrong(), cases);
    }
}
