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
        return fault(input, input.catalogue().articleNamed(claimed))
                .map(code -> Finding.fail(CheckName.PURPOSE, code, input.rule().article()));
    }

    private static Optional<Code> fault(Case input, Optional<String> article) {
        if (article.isEmpty()) {
            return Optional.of(Code.LEGAL_BASIS_UNKNOWN);
        }
        if (!ExchangeTypeCheck.isInForce(input, article.get(), input.submitted().day())) {
            return Optional.of(Code.LEGAL_BASIS_NOT_IN_FORCE);
        }
        return input.rule().articles().contains(article.get())
                ? Optional.empty()
                : Optional.of(Code.PURPOSE_INCOMPATIBLE);
    }
}
