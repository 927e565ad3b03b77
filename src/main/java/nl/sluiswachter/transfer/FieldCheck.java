package nl.sluiswachter.transfer;

import java.util.Optional;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.FieldRule;

/** Is every field on the list for this person, and of the agreed shape? What is not, is left out. */
final class FieldCheck implements Check {

    private static final String MINIMISATION = "AVG art. 5 lid 1 onder c";

    @Override
    public CheckName name() {
        return CheckName.FIELDS;
    }

    @Override
    public Verdict examine(Case input) {
        Verdict.Builder verdict = new Verdict.Builder();
        for (Person person : input.persons()) {
            for (String path : person.fields().keySet()) {
                examine(input, person, path, verdict);
            }
        }
        boolean all = verdict.isWithoutRemovals() && input.removals().isEmpty();
        return verdict.orElse(
                all
                        ? Finding.pass(CheckName.FIELDS, Code.FIELDS_ALLOWED, MINIMISATION)
                        : Finding.limited(CheckName.FIELDS, Code.FIELDS_LEFT_OUT, MINIMISATION));
    }

    private static void examine(Case input, Person person, String path, Verdict.Builder verdict) {
        FieldRule rule = input.catalogue().fields().get(path);
        if (!input.isAllowed(person, path)) {
            Code code = Optional.ofNullable(rule).map(FieldRule::leftOutAs).orElse(Code.FIELD_NOT_ALLOWED);
            verdict.remove(person, path, code, MINIMISATION);
            return;
        }
        Shape shape = new Shape(rule);
        boolean tooLong = input.rule().fields().coded().contains(path)
                && !Shape.isCoded(person.fields().get(path));
        if (tooLong || !shape.fits(person.fields().get(path))) {
            verdict.remove(person, path, Code.FIELD_MALFORMED, MINIMISATION);
            return;
        }
        boolean fallback = !input.rule().fields().allow(person.relation(), path);
        shape.strangers(person.fields().get(path), member -> fallback && !FallbackIdentity.needsMember(path, member))
                .forEach(member -> verdict.remove(person, path + "." + member, Code.FIELD_NOT_ALLOWED, MINIMISATION));
    }
}
