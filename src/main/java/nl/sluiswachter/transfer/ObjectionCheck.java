package nl.sluiswachter.transfer;

import java.util.Optional;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.facts.FactKind;

/**
 * Does anybody object, or is use restricted (AVG art. 21 and 18)? An objection of the subject stops the transfer; one of
 * another person keeps that person's data out.
 */
final class ObjectionCheck implements Check {

    @Override
    public CheckName name() {
        return CheckName.OBJECTION;
    }

    @Override
    public Verdict examine(Case input) {
        Verdict.Builder verdict = new Verdict.Builder();
        if (input.rule().objectable()) {
            input.persons().forEach(person -> article(input, person)
                    .ifPresent(article -> stop(input, verdict, person, article)));
        }
        return verdict.orElse(Finding.pass(
                CheckName.OBJECTION, Code.NO_OBJECTION, input.rule().article()));
    }

    private static void stop(Case input, Verdict.Builder verdict, Person person, String article) {
        if (person.relation() == Relation.SUBJECT && !input.isShared()) {
            verdict.add(Finding.fail(CheckName.OBJECTION, Code.OBJECTION_RECORDED, article)
                    .about(person));
        } else {
            person.fields().keySet().forEach(path -> verdict.remove(person, path, Code.OBJECTION_RECORDED, article));
        }
    }

    private static Optional<String> article(Case input, Person person) {
        if (!input.factsConcerning(person, FactKind.OBJECTION).isEmpty()) {
            return Optional.of("AVG art. 21");
        }
        if (!input.factsConcerning(person, FactKind.RESTRICTION).isEmpty()) {
            return Optional.of("AVG art. 18");
        }
        return Optional.empty();
    }
}
