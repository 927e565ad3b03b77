package nl.sluiswachter.transfer;

import java.util.List;
import java.util.Optional;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.Code;

/**
 * Does enough remain for the purpose, and to know who it is about? When not, the reason is that for which the last hope
 * was left out.
 */
final class MinimumCheck implements Check {

    private static final String ADEQUACY = "AVG art. 5 lid 1 onder c";

    @Override
    public CheckName name() {
        return CheckName.MINIMUM;
    }

    @Override
    public Verdict examine(Case input) {
        Verdict.Builder verdict = new Verdict.Builder();
        if (input.subjects().isEmpty()) {
            verdict.add(Finding.fail(CheckName.MINIMUM, Code.MINIMUM_MISSING, ADEQUACY));
        }
        for (Person person : judged(input)) {
            List<String> remaining = input.remaining(person);
            input.rule().fields().mandatory().stream()
                    .filter(oneOf -> oneOf.stream().noneMatch(remaining::contains))
                    .forEach(oneOf -> verdict.add(missing(input, person, oneOf)));
            unidentified(input, person, remaining).ifPresent(verdict::add);
        }
        return verdict.orElse(Finding.pass(
                CheckName.MINIMUM, Code.MINIMUM_PRESENT, input.rule().article()));
    }

    /** Who shares a message with others drops out of it alone, unless nobody is left. */
    private static List<Person> judged(Case input) {
        List<Person> left = input.subjects().stream()
                .filter(person -> !input.remaining(person).isEmpty())
                .toList();
        return input.isShared() && !left.isEmpty() ? left : input.subjects();
    }

    /** Where a BSN is prescribed it, or all that identifies instead, must remain; what was never there is BSN's matter. */
    private static Optional<Finding> unidentified(Case input, Person person, List<String> remaining) {
        if (BsnCheck.right(input.submitted()) != BsnRight.PRESCRIBED || remaining.contains(BsnCheck.FIELD)) {
            return Optional.empty();
        }
        List<String> needed =
                person.fields().containsKey(BsnCheck.FIELD) ? List.of(BsnCheck.FIELD) : FallbackIdentity.FIELDS;
        return needed.stream()
                .filter(path -> input.removal(person, path).isPresent())
                .findFirst()
                .map(path -> missing(input, person, List.of(path)));
    }

    private static Finding missing(Case input, Person person, List<String> oneOf) {
        Optional<Removal> lost = oneOf.stream()
                .flatMap(path -> input.removal(person, path).stream())
                .findFirst();
        Code code = lost.map(Removal::code).orElse(Code.MINIMUM_MISSING);
        String article = lost.map(Removal::article).orElse(ADEQUACY);
        String field = lost.map(Removal::field).orElse(oneOf.get(0));
        return Finding.fail(CheckName.MINIMUM, code, article).about(person).at(field);
    }
}
