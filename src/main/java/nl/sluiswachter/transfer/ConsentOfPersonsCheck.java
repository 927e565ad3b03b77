package nl.sluiswachter.transfer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.ConsentRule;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.consent.ConsentKind;

/**
 * Where the exchange rests on consent: has everybody whose data go consented to this, for these fields? Each person is
 * judged alone; somebody else's consent never counts.
 */
final class ConsentOfPersonsCheck implements Check {

    /** Where somebody agreed to some of it, that comes closest to a consent. */
    private static final Comparator<Code> NEAREST = Comparator.comparing(
                    (Code code) -> code == Code.CONSENT_NOT_SPECIFIC)
            .thenComparing(Comparator.naturalOrder());

    @Override
    public CheckName name() {
        return CheckName.CONSENT;
    }

    @Override
    public Verdict examine(Case input) {
        ConsentRule rule = input.rule().consent();
        if (rule.demand() == ConsentDemand.NONE) {
            return Verdict.of(Finding.pass(CheckName.CONSENT, Code.CONSENT_NOT_NEEDED, rule.article()));
        }
        Verdict.Builder verdict = new Verdict.Builder();
        for (Person person : input.persons()) {
            for (ConsentKind kind : rule.kinds()) {
                examine(input, person, kind, verdict);
            }
        }
        return verdict.orElse(Finding.pass(CheckName.CONSENT, Code.CONSENT_VALID, rule.article()));
    }

    private static void examine(Case input, Person person, ConsentKind kind, Verdict.Builder verdict) {
        PersonConsents consents = new PersonConsents(input, person);
        List<String> fields = input.remaining(person);
        String article = input.rule().consent().article();
        Optional<Code> failure = consents.judgement(kind).failure().or(() -> coversNothing(consents, kind, fields));
        if (failure.isEmpty()) {
            fields.stream()
                    .filter(path -> !consents.admits(kind, path))
                    .forEach(path -> verdict.remove(person, path, consents.lacking(kind, path), article));
        } else if (person.relation() != Relation.SUBJECT) {
            fields.forEach(path -> verdict.remove(person, path, Code.CONSENT_OTHER_PERSON_MISSING, article));
        } else if (input.isShared()) {
            fields.forEach(path -> verdict.remove(person, path, failure.get(), article));
        } else {
            verdict.add(Finding.fail(CheckName.CONSENT, failure.get(), article).about(person));
            consents.alsoFails(kind).stream()
                    .filter(code -> code != failure.get())
                    .forEach(code -> verdict.add(
                            Finding.fail(CheckName.CONSENT, code, article).about(person)));
        }
    }

    /** A consent that is enough for none of the fields beyond identification is none to this message. */
    private static Optional<Code> coversNothing(PersonConsents consents, ConsentKind kind, List<String> fields) {
        List<String> substance =
                fields.stream().filter(path -> !consents.accompanies(path)).toList();
        return substance.stream().anyMatch(path -> consents.covers(kind, path))
                ? Optional.empty()
                : substance.stream().map(path -> consents.lacking(kind, path)).min(NEAREST);
    }
}
