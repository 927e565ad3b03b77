package nl.sluiswachter.transfer;

import java.util.Optional;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.ExchangeRule;

/** Is the stated purpose that of the type, is a claimed basis good law, and is the necessity described? */
final class PurposeMatchCheck implements Check {

    private static final String PURPOSE_LIMITATION = "AVG art. 5 lid 1 onder b";
    private static final String MINIMISATION = "AVG art. 5 lid 1 onder c";

    @Override
    public CheckName name() {
        return CheckName.PURPOSE;
    }

    @Override
    public Verdict examine(Case input) {
        ExchangeRule rule = input.rule();
        Message message = input.message();
        Verdict.Builder verdict = new Verdict.Builder();
        message.legalBasis().flatMap(basis -> refusedBasis(input, basis)).ifPresent(verdict::add);
        if (!rule.purpose().equals(message.purpose())) {
            verdict.add(Finding.fail(CheckName.PURPOSE, Code.PURPOSE_INCOMPATIBLE, PURPOSE_LIMITATION));
        }
        if (message.necessity().isBlank()) {
            verdict.add(Finding.fail(CheckName.PURPOSE, Code.JUSTIFICATION_MISSING, MINIMISATION));
        }
        Code basis = rule.consent().demand() == ConsentDemand.NONE ? Code.STATUTORY_BASIS : Code.CONSENT_BASIS;
        return verdict.orElse(Finding.pass(CheckName.PURPOSE, basis, rule.article()));
    }

    /** A claim is only accepted when it is law today and a basis of this very rule. */
    private static Optional<Finding> refusedBasis(Case input, String claimed) {
        if (!ExchangeTypeCheck.isInForce(input, claimed, input.submitted().day())) {
            return Optional.of(Finding.fail(
                    CheckName.PURPOSE,
                    Code.LEGAL_BASIS_NOT_IN_FORCE,
                    input.rule().article()));
        }
        if (!input.rule().articles().contains(claimed)) {
            return Optional.of(Finding.fail(
                    CheckName.PURPOSE, Code.PURPOSE_INCOMPATIBLE, input.rule().article()));
        }
        return Optional.empty();
    }
}
