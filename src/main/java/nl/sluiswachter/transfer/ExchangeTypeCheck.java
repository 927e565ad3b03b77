package nl.sluiswachter.transfer;

import java.time.LocalDate;
import java.util.Optional;
import nl.sluiswachter.catalogue.Article;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.party.Capacity;

/** Is the exchange type meant for these capacities, and is its law in force today? */
final class ExchangeTypeCheck implements Check {

    @Override
    public CheckName name() {
        return CheckName.EXCHANGE_TYPE;
    }

    @Override
    public Verdict examine(Case input) {
        ExchangeRule rule = input.rule();
        Verdict.Builder verdict = new Verdict.Builder();
        misfit(input).ifPresent(code -> verdict.add(fail(code, rule)));
        LocalDate day = input.submitted().day();
        boolean inForce = rule.cited().allMatch(article -> isInForce(input, article, day));
        if (!inForce) {
            verdict.add(fail(Code.LEGAL_BASIS_NOT_IN_FORCE, rule));
        }
        return verdict.orElse(Finding.pass(CheckName.EXCHANGE_TYPE, Code.TYPE_FITS, rule.article()));
    }

    /** Who may send something under this type may not send it to everybody who may receive under it. */
    private static Optional<Code> misfit(Case input) {
        Capacity receiver = input.message().receiverCapacity();
        if (!input.type().senders().contains(input.senderCapacity())) {
            return Optional.of(Code.SENDER_NOT_ENTITLED);
        }
        return input.rule().covers(input.senderCapacity(), receiver)
                ? Optional.empty()
                : Optional.of(Code.RECEIVER_NOT_ENTITLED);
    }

    static boolean isInForce(Case input, String article, LocalDate day) {
        Optional<Article> known =
                Optional.ofNullable(input.catalogue().articles().get(article));
        return known.map(a -> a.isInForceOn(day)).orElse(false);
    }

    private static Finding fail(Code code, ExchangeRule rule) {
        return Finding.fail(CheckName.EXCHANGE_TYPE, code, rule.article());
    }
}
