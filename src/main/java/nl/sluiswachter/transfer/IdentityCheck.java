package nl.sluiswachter.transfer;

import java.util.EnumSet;
import java.util.Set;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.catalogue.SecrecyLift;
import nl.sluiswachter.kernel.Bsn;

/** Can each person be found in the registers, where the exchange or its answer rests on them, and as one person only? */
final class IdentityCheck implements Check {

    private static final String ACCURACY = "AVG art. 5 lid 1 onder d";
    private static final Set<Precondition> FACTS = EnumSet.of(Precondition.COMMITMENT, Precondition.LEGAL_MEASURE);

    /** A report to Veilig Thuis does not wait for a register to be put in order. */
    private static boolean restsOnRegisters(ExchangeRule rule) {
        boolean onFacts = rule.preconditions().stream().anyMatch(precondition -> FACTS.contains(precondition.kind()));
        return onFacts || rule.objectable() || rule.consent().demand() != ConsentDemand.NONE;
    }

    @Override
    public CheckName name() {
        return CheckName.IDENTITY;
    }

    /**
     * Nobody can register a consent or a fact about a person without a key, so to ask for one would be in vain; and no
     * answer can be held against a question about such a person.
     */
    private static boolean isUnknowable(Case input, Person person) {
        ExchangeRule rule = input.rule();
        boolean waits = rule.consent().demand() != ConsentDemand.NONE
                || rule.secrecy().lift() == SecrecyLift.WAIVER
                || input.catalogue().answerTo(input.type()).isPresent()
                || rule.preconditions().stream().anyMatch(precondition -> FACTS.contains(precondition.kind()));
        return waits
                && person.relation() == Relation.SUBJECT
                && input.identities().get(person.ref()).keys().isEmpty();
    }

    @Override
    public Verdict examine(Case input) {
        Verdict.Builder verdict = new Verdict.Builder();
        boolean prescribed = BsnCheck.right(input.submitted()) == BsnRight.PRESCRIBED;
        for (Person person : input.persons()) {
            if (restsOnRegisters(input.rule()) && input.ambiguous().contains(person.ref())) {
                refuse(input, person, Code.SUBJECT_AMBIGUOUS, verdict);
            }
            // where a BSN is prescribed, the check on it asks for the same
            if (!prescribed && isUnknowable(input, person)) {
                refuse(input, person, Code.IDENTITY_INCOMPLETE, verdict);
            }
        }
        boolean all = verdict.isWithoutRemovals();
        return verdict.orElse(
                all
                        ? Finding.pass(CheckName.IDENTITY, Code.PERSONS_CLEAR, ACCURACY)
                        : Finding.limited(CheckName.IDENTITY, Code.FIELDS_LEFT_OUT, ACCURACY));
    }

    /** Who wrote a wrong number to be found by wants to hear of it, also where the receiver may not have it. */
    private static void checkNumber(Person person, Code code, Verdict.Builder verdict) {
        boolean wrong = person.fields().containsKey(BsnCheck.FIELD) && !Bsn.isValid(person.text(BsnCheck.FIELD));
        if (code == Code.IDENTITY_INCOMPLETE && wrong) {
            verdict.add(Finding.fail(CheckName.IDENTITY, Code.BSN_INVALID, ACCURACY)
                    .about(person)
                    .at(BsnCheck.FIELD));
        }
    }

    /** Who shares a message with others drops out of it alone. */
    private static void refuse(Case input, Person person, Code code, Verdict.Builder verdict) {
        if (input.isShared()) {
            person.fields().keySet().forEach(path -> verdict.remove(person, path, code, ACCURACY));
        } else {
            verdict.add(Finding.fail(CheckName.IDENTITY, code, ACCURACY).about(person));
            checkNumber(person, code, verdict);
        }
    }
}
