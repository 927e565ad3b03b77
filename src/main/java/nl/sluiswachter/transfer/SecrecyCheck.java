package nl.sluiswachter.transfer;

import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.catalogue.SecrecyRule;
import nl.sluiswachter.consent.ConsentKind;

/** Is the sender's professional secrecy set aside: by law, by a waiver of the person, or by a recorded weighing? */
final class SecrecyCheck implements Check {

    @Override
    public CheckName name() {
        return CheckName.SECRECY;
    }

    @Override
    public Verdict examine(Case input) {
        SecrecyRule rule = input.rule().secrecy();
        Verdict.Builder verdict = new Verdict.Builder();
        switch (rule.lift()) {
            case BY_LAW -> {
                // the article of the type is all there is to show
            }
            case CONSENT -> unlessConsented(input, verdict);
            case WAIVER -> input.persons().forEach(person -> waive(input, person, verdict));
            case WAIVER_OR_WEIGHING -> {
                if (!isWeighed(input)) {
                    input.persons().forEach(person -> waive(input, person, verdict));
                }
            }
            case WEIGHING -> weigh(input, verdict);
        }
        return verdict.orElse(Finding.pass(CheckName.SECRECY, Code.SECRECY_LIFTED, rule.article()));
    }

    /** The consent of the exchange lifts secrecy too; where it is missing, secrecy stands for the same reason. */
    private static void unlessConsented(Case input, Verdict.Builder verdict) {
        input.findings().stream()
                .filter(finding -> finding.check() == CheckName.CONSENT && finding.isFailure())
                .forEach(finding -> verdict.add(new Finding(
                        CheckName.SECRECY,
                        Finding.Outcome.FAIL,
                        finding.code(),
                        input.rule().secrecy().article(),
                        finding.person(),
                        finding.field())));
    }

    private static void weigh(Case input, Verdict.Builder verdict) {
        if (!isWeighed(input)) {
            verdict.add(Finding.fail(
                    CheckName.SECRECY,
                    Code.JUSTIFICATION_MISSING,
                    input.rule().secrecy().article()));
        }
    }

    private static boolean isWeighed(Case input) {
        return input.message().circumstances().isWeighed();
    }

    /** Without a waiver of the subject nothing may go; what is about another person without one is left out. */
    private static void waive(Case input, Person person, Verdict.Builder verdict) {
        PersonConsents consents = new PersonConsents(input, person);
        String article = input.rule().secrecy().article();
        boolean lifted = consents.judgement(ConsentKind.SECRECY_WAIVER).isValid();
        if (!lifted && person.relation() == Relation.SUBJECT) {
            verdict.add(Finding.fail(CheckName.SECRECY, Code.SECRECY_NOT_LIFTED, article)
                    .about(person));
            consents.alsoFails(ConsentKind.SECRECY_WAIVER)
                    .forEach(code -> verdict.add(
                            Finding.fail(CheckName.SECRECY, code, article).about(person)));
            return;
        }
        input.remaining(person).stream()
                .filter(path -> !consents.admits(ConsentKind.SECRECY_WAIVER, path))
                .forEach(path -> verdict.remove(person, path, Code.SECRECY_NOT_LIFTED, article));
    }
}
