package nl.sluiswachter.transfer;

import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.facts.FactKind;

/**
 * Does a secret address stay secret? When one person's address is secret nobody's goes, because they may live together;
 * unless the exchange type allows it, in which case it goes flagged.
 */
final class AddressCheck implements Check {

    static final String FIELD = "identity.address";

    @Override
    public CheckName name() {
        return CheckName.ADDRESS;
    }

    @Override
    public Verdict examine(Case input) {
        Verdict.Builder verdict = new Verdict.Builder();
        String article = input.rule().article();
        boolean secret = input.persons().stream().anyMatch(person -> isSecret(input, person));
        if (secret && !input.rule().fields().secretAddress()) {
            input.persons().stream()
                    .filter(person -> person.fields().containsKey(FIELD))
                    .forEach(person -> verdict.remove(person, FIELD, Code.ADDRESS_PROTECTED, article));
        }
        boolean removed = !verdict.isWithoutRemovals();
        return verdict.orElse(
                removed
                        ? Finding.limited(CheckName.ADDRESS, Code.ADDRESS_PROTECTED, article)
                        : Finding.pass(CheckName.ADDRESS, Code.ADDRESS_IN_ORDER, article));
    }

    static boolean isSecret(Case input, Person person) {
        return !input.factsOf(person, FactKind.ADDRESS_SECRECY).isEmpty();
    }
}
