package nl.sluiswachter.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.catalogue.Code;

/**
 * The outcome of one check. Names and codes only; no value of a message can be in it.
 *
 * @param article the article it rests on; never empty
 * @param person ref of the person it concerns
 * @param field path of the field it concerns
 */
public record Finding(
        CheckName check, Outcome outcome, Code code, String article, Optional<String> person, Optional<String> field) {

    /** How a check ended. */
    public enum Outcome {
        PASS,
        /** Passed after something was left out. */
        LIMITED,
        /** Refuses the transfer. */
        FAIL
    }

    static Finding pass(CheckName check, Code code, String article) {
        return new Finding(check, Outcome.PASS, code, article, Optional.empty(), Optional.empty());
    }

    static Finding limited(CheckName check, Code code, String article) {
        return new Finding(check, Outcome.LIMITED, code, article, Optional.empty(), Optional.empty());
    }

    static Finding fail(CheckName check, Code code, String article) {
        return new Finding(check, Outcome.FAIL, code, article, Optional.empty(), Optional.empty());
    }

    Finding about(Person someone) {
        return about(someone.ref());
    }

    Finding about(String ref) {
        return new Finding(check, outcome, code, article, Optional.of(ref), field);
    }

    Finding at(String path) {
        return new Finding(check, outcome, code, article, person, Optional.of(path));
    }

    /** The findings that refuse; what two checks refuse for the same reason is one. */
    public static List<Finding> reasons(List<Finding> findings) {
        Map<List<Object>, Finding> reasons = new LinkedHashMap<>();
        findings.stream()
                .filter(Finding::isFailure)
                .forEach(f -> reasons.putIfAbsent(List.of(f.code(), f.person(), f.field()), f));
        return List.copyOf(reasons.values());
    }

    /** Whether it refuses the transfer. */
    public boolean isFailure() {
        return outcome == Outcome.FAIL;
    }
}
