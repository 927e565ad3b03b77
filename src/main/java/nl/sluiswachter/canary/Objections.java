package nl.sluiswachter.canary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.SecrecyLift;
import nl.sluiswachter.transfer.CheckName;
import nl.sluiswachter.transfer.Decided;

/**
 * Everything that the checks must say about the canary of one rule. Made from the rule, and not from what the checks said
 * before: a check that stays silent about one rule only is found too.
 */
final class Objections {

    private final Bait bait;
    private final ExchangeRule rule;
    private final List<Objection> expected = new ArrayList<>();

    Objections(Catalogue catalogue, ExchangeType type, ExchangeRule rule) {
        this.bait = new Bait(catalogue, rule);
        this.rule = rule;
        Stream.of(CheckName.values())
                .filter(CheckName::isInEveryDecision)
                .forEach(check -> expected.add(Objection.presence(check)));
        expectOfPurpose();
        expectOfRequest(catalogue, type);
        expectOfConsent();
        expectOfData();
    }

    /** The first check that did not say what it must; empty when all did. */
    Optional<CheckName> missingIn(Decided decided) {
        return expected.stream()
                .filter(objection -> !objection.isRaised().test(decided))
                .map(Objection::check)
                .findFirst();
    }

    private void expectOfPurpose() {
        expected.add(Objection.failure(CheckName.PARTIES, Code.RECEIVER_NOT_ENTITLED));
        expected.add(Objection.failure(CheckName.EXCHANGE_TYPE, Code.RECEIVER_NOT_ENTITLED));
        expected.add(Objection.failure(CheckName.PURPOSE, Code.PURPOSE_INCOMPATIBLE));
        expected.add(Objection.failure(CheckName.PURPOSE, Code.LEGAL_BASIS_UNKNOWN));
        expected.add(Objection.failure(CheckName.PURPOSE, Code.JUSTIFICATION_MISSING));
        rule.preconditions()
                .forEach(one -> expected.add(
                        Objection.failure(CheckName.PRECONDITION, one.kind().name())));
        bait.stuckOrigin().ifPresent(origin -> bait.stuckFields()
                .forEach(path -> expected.add(Objection.removal(CheckName.ORIGIN, path, Code.ORIGIN_STICKS))));
    }

    private void expectOfRequest(Catalogue catalogue, ExchangeType type) {
        expected.add(Objection.removal(CheckName.REQUEST, CanaryMessages.STRANGE_ITEM, Code.FIELD_NOT_ALLOWED));
        if (catalogue.answerTo(type).isPresent()) {
            expected.add(Objection.failure(CheckName.REQUEST, Code.NOTHING_TO_ASK));
        } else if (type.answers() != null) {
            expected.add(Objection.failure(CheckName.REQUEST, Code.REQUEST_UNKNOWN));
        }
    }

    private void expectOfConsent() {
        if (rule.consent().demand() != ConsentDemand.NONE) {
            expected.add(Objection.failure(CheckName.CONSENT, consentMissing()));
        }
        secrecyStands().ifPresent(code -> expected.add(Objection.failure(CheckName.SECRECY, code)));
    }

    private void expectOfData() {
        expected.add(Objection.removal(CheckName.BSN, CanaryMessages.BSN, Code.BSN_NOT_ALLOWED));
        expected.add(Objection.removal(CheckName.FIELDS, CanaryMessages.STRANGE_FIELD, Code.FIELD_NOT_ALLOWED));
        bait.textField()
                .ifPresent(path -> expected.add(
                        Objection.masking(CheckName.FREE_TEXT, path, CanaryMessages.HIDDEN, CanaryMessages.WRONG)));
        if (bait.lacksMinimum()) {
            expected.add(Objection.failure(CheckName.MINIMUM));
        }
    }

    private Code consentMissing() {
        return rule.consent().demand() == ConsentDemand.REQUIRED
                ? Code.CONSENT_REQUIRED
                : Code.EXPLICIT_CONSENT_REQUIRED;
    }

    private Optional<Code> secrecyStands() {
        SecrecyLift lift = rule.secrecy().lift();
        return switch (lift) {
            case BY_LAW -> Optional.empty();
            case CONSENT -> Optional.of(consentMissing());
            case WAIVER, WAIVER_OR_WEIGHING -> Optional.of(Code.SECRECY_NOT_LIFTED);
            case WEIGHING -> Optional.of(Code.JUSTIFICATION_MISSING);
        };
    }
}
