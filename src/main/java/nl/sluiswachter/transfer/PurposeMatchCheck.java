package nl.sluiswachter.transfer;

import java.util.Optional;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.ExchangeType;

/** Is the stated purpose that of the type, is a claimed basis good law, and is the necessity described? */
final class PurposeMatchCheck implements Check {

    private static final String PURPOSE_LIMITATION = "AVG art. 5 lid 1 onder b";
    private static final String MINIMISATION = "AVG art. 5 lid 1 onder c";

    @Override
    public Verdict examine(Case input) {
        ExchangeType type = input.type();
        Message message = input.message();
        Verdict.Builder verdict = new Verdict.Builder();
        message.legalBasis().flatMap(basis -> refusedBasis(input, basis)).ifPresent(verdict::add);
        if (!type.purpose().equals(message.purpose())) {
            verdict.add(Finding.fail(CheckName.PURPOSE, Code.PURPOSE_INCOMPATIBLE, PURPOSE_LIMITATION));
        }
        if (message.necessity().isBlank()) {
            verdict.add(Finding.fail(CheckName.PURPOSE, Code.JUSTIFICATION_MISSING, MINIMISATION));
        }
        Code basis = type.consent().demand() == ConsentDemand.NONE ? Code.STATUTORY_BASIS : Code.CONSENT_BASIS;
        return verdict.orElse(Finding.pass(CheckName.PURPOSE, basis, type.article()));
    }

    /** A claim is only accepted when it is law today and a basis of this very type. */
    private static Optional<Finding> refusedBasis(Case input, String claimed) {
        if (!ExchangeTypeCheck.isInForce(input, claimed, input.submitted().day())) {
            return Optional.of(Finding.fail(
                    CheckName.PURPOSE,
                    Code.LEGAL_BASIS_NOT_IN_FORCE,
                    input.type().article()));
        }
        if (!input.type().articles().contains(claimed)) {
            return Optional.of(Finding.fail(
                    CheckName.PURPOSE, Code.PURPOSE_INCOMPATIBLE, input.type().article()));
        }
        return Optional.empty();
    }
}
