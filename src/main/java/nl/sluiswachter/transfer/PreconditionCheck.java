package nl.sluiswachter.transfer;

import java.util.Optional;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.PreconditionRule;
import nl.sluiswachter.facts.FactKind;

/** Are the circumstances and facts there without which the law does not allow this exchange? */
final class PreconditionCheck implements Check {

    @Override
    public CheckName name() {
        return CheckName.PRECONDITION;
    }

    @Override
    public Verdict examine(Case input) {
        Verdict.Builder verdict = new Verdict.Builder();
        for (PreconditionRule rule : input.rule().preconditions()) {
            missing(input, rule).ifPresent(verdict::add);
        }
        return verdict.orElse(Finding.pass(
                CheckName.PRECONDITION, Code.PRECONDITIONS_MET, input.rule().article()));
    }

    private static Optional<Finding> missing(Case input, PreconditionRule rule) {
        Circumstances stated = input.message().circumstances();
        return switch (rule.kind()) {
            case COMMITMENT -> unless(isCommitted(input), Code.PRECONDITION_MISSING, rule);
            case LEGAL_MEASURE -> unless(hasMeasure(input, rule), Code.MEASURE_NOT_ACTIVE, rule);
            case INFORMED_STATUS ->
                unless(
                        stated.informed()
                                .filter(Circumstances.Informed::isStated)
                                .isPresent(),
                        Code.PRECONDITION_MISSING,
                        rule);
            case QUESTION -> unless(hasQuestion(input), Code.PRECONDITION_MISSING, rule);
            case NATURE_AND_SEVERITY ->
                unless(
                        stated.request().filter(PreconditionCheck::hasSubstance).isPresent(),
                        Code.PRECONDITION_MISSING,
                        rule);
            case REMINDER_SENT -> unless(stated.state(Statement.REMINDER_SENT), Code.PRECONDITION_MISSING, rule);
            case NOT_REFUSED -> unless(!stated.state(Statement.REFUSED), Code.OBJECTION_RECORDED, rule);
            case CHANNEL_UNAVAILABLE ->
                unless(stated.state(Statement.CHANNEL_UNAVAILABLE), Code.USE_OTHER_CHANNEL, rule);
            case NO_ABSENCE_NOTICE -> unless(!stated.state(Statement.ABSENCE_NOTICE), Code.USE_OTHER_CHANNEL, rule);
            case PERSON_CANNOT_CONSENT ->
                unless(stated.state(Statement.PERSON_CANNOT_CONSENT), Code.PERSON_CAN_CONSENT, rule);
        };
    }

    /** Every subject must have a commitment to this very receiver. */
    private static boolean isCommitted(Case input) {
        return input.subjects().stream().allMatch(person -> input.factsOf(person, FactKind.COMMITMENT).stream()
                .anyMatch(fact ->
                        fact.party().filter(input.message().receiver()::equals).isPresent()));
    }

    /** Every subject must be under a measure that the rule names, executed by this very receiver where that is known. */
    private static boolean hasMeasure(Case input, PreconditionRule rule) {
        return input.subjects().stream().allMatch(person -> input.factsOf(person, FactKind.LEGAL_MEASURE).stream()
                .filter(fact -> rule.measures().contains(fact.detail().getOrDefault("measure", "")))
                .anyMatch(fact ->
                        fact.party().map(input.message().receiver()::equals).orElse(true)));
    }

    private static boolean hasQuestion(Case input) {
        boolean inCircumstances = input.message()
                .circumstances()
                .request()
                .filter(q -> isPresent(q.question()))
                .isPresent();
        return inCircumstances || input.subjects().stream().anyMatch(p -> isPresent(p.text("request.question")));
    }

    private static boolean hasSubstance(Circumstances.Question question) {
        return isPresent(question.nature()) && isPresent(question.severity());
    }

    private static boolean isPresent(String text) {
        return text != null && !text.isBlank();
    }

    private static Optional<Finding> unless(boolean met, Code code, PreconditionRule rule) {
        return met
                ? Optional.empty()
                : Optional.of(Finding.fail(CheckName.PRECONDITION, code, rule.article())
                        .at(rule.kind().name()));
    }
}
