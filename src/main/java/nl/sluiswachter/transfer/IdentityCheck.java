package nl.sluiswachter.transfer;

import java.util.EnumSet;
import java.util.Set;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.Precondition;

/** Does each person match at most one person in the registers? */
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

    @Override
    public Verdict examine(Case input) {
        Verdict.Builder verdict = new Verdict.Builder();
        for (Person person : input.persons()) {
            if (restsOnRegisters(input.rule()) && input.ambiguous().contains(person.ref())) {
                refuse(input, person, verdict);
            }
        }
        boolean all = verdict.isWithoutRemovals();
        return verdict.orElse(
                all
                        ? Finding.pass(CheckName.IDENTITY, Code.PERSONS_CLEAR, ACCURACY)
                        : Finding.limited(CheckName.IDENTITY, Code.SUBJECT_AMBIGUOUS, ACCURACY));
    }

    /** Who shares a message with others drops out of it alone. */
    private static void refuse(Case input, Person person, Verdict.Builder verdict) {
        if (input.isShared()) {
            person.fields().keySet().forEach(path -> verdict.remove(person, path, Code.SUBJECT_AMBIGUOUS, ACCURACY));
        } else {
            verdict.add(Finding.fail(CheckName.IDENTITY, Code.SUBJECT_AMBIGUOUS, ACCURACY)
                    .about(person));
        }
    }
}
