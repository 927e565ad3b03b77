package nl.sluiswachter.console.rules;

import java.util.Map;
import nl.sluiswachter.catalogue.ExchangeType;

/**
 * How it is seen that the gateway keeps to the rules of a type.
 *
 * @param canaries how many wrong messages of it the gateway sends itself
 * @param wrong how many of them were not refused as they must be
 */
record RuleProof(int canaries, int wrong, CaseLines cases) {

    /** @param problems what is wrong with canaries, by code of the type, or of one of its rules; under no code for all */
    static RuleProof of(ExchangeType type, Map<String, String> problems, CaseLines cases) {
        int all = type.rules().size();
        long wrong = problems.keySet().stream()
                .filter(id -> id.equals(type.id()) || id.startsWith(type.id() + "#"))
                .count();
        return new RuleProof(all, problems.containsKey("") ? all : (int) wrong, cases);
    }
}
