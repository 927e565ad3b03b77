package nl.sluiswachter.transfer;

import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.ExchangeType;

/** Does each person match at most one person in the registers? */
final class IdentityCheck implements Check {

    private static final String ACCURACY = "Wmo 2015 art. 5.2.9";

    /** A report to Veilig Thuis does not wait for a register to be put in order. */
    private static boolean restsOnRegisters(ExchangeType type) {
        return type.objectable() || type.consent().demand() != ConsentDemand.NONE;
    }

    @Override
    public Verdict examine(Case input) {
        Verdict.Builder verdict = new Verdict.Builder();
        for (Person person : input.persons()) {
            if (restsOnRegisters(input.type()) && input.ambiguous().contains(person.ref())) {
                verdict.add(Finding.fail(CheckName.IDENTITY, Code.SUBJECT_AMBIGUOUS, ACCURACY)
                        .about(person));
            }
        }
        return verdict.orElse(Finding.pass(CheckName.IDENTITY, Code.PERSONS_CLEAR, ACCURACY));
    }
}
