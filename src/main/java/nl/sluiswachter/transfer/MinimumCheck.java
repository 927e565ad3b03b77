package nl.sluiswachter.transfer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.Code;

/**
 * Does enough remain for the purpose, and to know who it is about? When not, the reason is that for which the last hope
 * was left out.
 */
final class MinimumCheck implements Check {

    private static final String ADEQUACY = "AVG art. 5 lid 1 onder c";

    /** Reasons to which the next consent of this person is the answer. */
    private static final Set<Code> FOR_WANT_OF_CONSENT = EnumSet.of(
            Code.EXPLICIT_CONSENT_REQUIRED,
            Code.CONSENT_REQUIRED,
            Code.CONSENT_WRONG_TYPE,
            Code.CONSENT_WITHDRAWN,
            Code.CONSENT_EXPIRED,
            Code.CONSENT_NOT_FREE);

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
        Map<Person, List<Finding>> lacking = new LinkedHashMap<>();
        judged(input).forEach(person -> lacking.put(person, lacking(input, person)));
        boolean apart = input.isShared() && lacking.values().stream().anyMatch(List::isEmpty);
        lacking.forEach((person, findings) -> {
            if (apart) {
                dropOut(input, person, findings, verdict);
            } else {
                findings.forEach(verdict::add);
            }
        });
        return verdict.orElse(Finding.pass(
                CheckName.MINIMUM, Code.MINIMUM_PRESENT, input.rule().article()));
    }

    /** Who shares a message with others and keeps too little drops out of it alone, unless nobody keeps enough. */
    private static void dropOut(Case input, Person person, List<Finding> lacking, Verdict.Builder verdict) {
        lacking.stream().limit(1).forEach(first -> input.remaining(person)
                .forEach(path -> verdict.remove(person, path, first.code(), first.article())));
    }

    private static List<Finding> lacking(Case input, Person person) {
        List<String> remaining = input.remaining(person);
        List<Finding> missing = new ArrayList<>();
        input.rule().fields().mandatory().stream()
                .filter(oneOf -> oneOf.stream().noneMatch(remaining::contains))
                .forEach(oneOf -> missing.add(missing(input, person, oneOf)));
        unidentified(input, person, remaining).ifPresent(missing::add);
        ageToo(input, person, missing).ifPresent(missing::add);
        return missing;
    }

    /** Of whom nothing is left has dropped out of a shared message already, unless that is everybody. */
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

    /** Where a consent to ask for would fail for want of an age, that is said at once. */
    private static Optional<Finding> ageToo(Case input, Person person, List<Finding> missing) {
        return missing.stream()
                .filter(finding -> FOR_WANT_OF_CONSENT.contains(finding.code()))
                .filter(finding -> new PersonConsents(input, person).isAgeMissing())
                .findFirst()
                .map(finding -> Finding.fail(CheckName.MINIMUM, Code.AGE_UNKNOWN, finding.article())
                        .about(person));
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
