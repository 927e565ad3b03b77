package nl.sluiswachter.canary;

import java.util.List;
import java.util.function.Predicate;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.transfer.CheckName;
import nl.sluiswachter.transfer.Decided;

/** What one check must say about a canary. */
record Objection(CheckName check, Predicate<Decided> isRaised) {

    /** The check fails for this reason. */
    static Objection failure(CheckName check, Code code) {
        return new Objection(check, decided -> decided.findings().stream()
                .anyMatch(finding -> finding.check() == check && finding.isFailure() && finding.code() == code));
    }

    /** The check fails on this field. */
    static Objection failure(CheckName check, String field) {
        return new Objection(check, decided -> decided.findings().stream()
                .anyMatch(finding -> finding.check() == check
                        && finding.isFailure()
                        && finding.field().filter(field::equals).isPresent()));
    }

    /** The check fails, for whatever reason. */
    static Objection failure(CheckName check) {
        return new Objection(check, decided -> decided.findings().stream()
                .anyMatch(finding -> finding.check() == check && finding.isFailure()));
    }

    /** The check leaves the field out for this reason. */
    static Objection removal(CheckName check, String field, Code code) {
        return new Objection(check, decided -> decided.removed().stream()
                .anyMatch(removal -> removal.field().equals(field) && removal.code() == code));
    }

    /** The check masks these in the field's text, and the rest of the text stays. */
    static Objection masking(CheckName check, String field, List<String> hidden, String rest) {
        return new Objection(
                check,
                decided ->
                        removal(check, field, Code.FREE_TEXT_MASKED).isRaised().test(decided)
                                && decided.leaves(field, rest)
                                && hidden.stream().noneMatch(text -> decided.leaves(field, text)));
    }

    /** The check ran and could be evaluated. */
    static Objection presence(CheckName check) {
        return new Objection(
                check,
                decided -> decided.findings().stream()
                                .filter(finding -> finding.check() == check)
                                .findAny()
                                .isPresent()
                        && decided.findings().stream()
                                .noneMatch(finding ->
                                        finding.check() == check && finding.code() == Code.RULE_NOT_EVALUATED));
    }
}
