package nl.sluiswachter.transfer;

import java.time.LocalDate;
import java.util.Optional;
import nl.sluiswachter.catalogue.Article;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ExchangeType;

/** Is the exchange type meant for these capacities, and is its law in force today? */
final class ExchangeTypeCheck implements Check {

    @Override
    public Verdict examine(Case input) {
        ExchangeType type = input.type();
        Verdict.Builder verdict = new Verdict.Builder();
        if (!type.senders().contains(input.senderCapacity())) {
            verdict.add(fail(Code.SENDER_NOT_ENTITLED, type));
        }
        if (!type.receivers().contains(input.message().receiverCapacity())) {
            verdict.add(fail(Code.RECEIVER_NOT_ENTITLED, type));
        }
        LocalDate day = input.submitted().day();
        boolean inForce = type.articles().stream().allMatch(article -> isInForce(input, article, day));
        if (!inForce) {
            verdict.add(fail(Code.LEGAL_BASIS_NOT_IN_FORCE, type));
        }
        return verdict.orElse(Finding.pass(CheckName.EXCHANGE_TYPE, Code.TYPE_FITS, type.article()));
    }

    static boolean isInForce(Case input, String article, LocalDate day) {
        Optional<Article> known =
                Optional.ofNullable(input.catalogue().articles().get(article));
        return known.map(a -> a.isInForceOn(day)).orElse(false);
    }

    private static Finding fail(Code code, ExchangeType type) {
        return Finding.fail(CheckName.EXCHANGE_TYPE, code, type.article());
    }
}
