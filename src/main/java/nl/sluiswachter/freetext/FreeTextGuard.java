package nl.sluiswachter.freetext;

import java.util.List;
import java.util.function.Predicate;

/**
 * Finds BSNs, bank accounts, telephone numbers, e-mail and postal addresses in free text, and masks them. Stateless; time
 * and memory are linear in the length of the text, whatever it holds.
 */
public final class FreeTextGuard {

    /** Everything that is found, in order; a BSN inside an e-mail address is found as both. Never null. */
    public List<Found> find(String text) {
        if (!isWorthALook(text)) {
            return List.of();
        }
        PlainText plain = new PlainText(text);
        Runs runs = new Runs(plain);
        Finds finds = new Finds(plain);
        new EmailFinder(plain, finds).find();
        if (runs.count() > 0) {
            new IbanFinder(plain, finds).find(runs);
            new PhoneFinder(plain, runs, finds).find();
            new BsnFinder(plain, runs, finds).find();
            new AddressFinder(plain, runs, finds).find();
        }
        return finds.inOrder();
    }

    /** The text with a mask for everything found that the predicate names; the very same text when there is none. */
    public String mask(String text, Predicate<Found> isMasked) {
        List<Found> masked = find(text).stream().filter(isMasked).toList();
        if (masked.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int done = 0;
        for (Found found : masked) {
            if (found.start() >= done) {
                result.append(text, done, found.start()).append(found.kind().mask());
            }
            done = Math.max(done, found.end());
        }
        return result.append(text, done, text.length()).toString();
    }

    /** The digits of a place in a text, however they were written: {@code 1234.56.782} gives {@code 123456782}. */
    public static String digits(String text, Found found) {
        PlainText plain = new PlainText(text.substring(found.start(), found.end()));
        return plain.digits(0, plain.length());
    }

    /**
     * What stands in that place of a text, in one form however it was written: {@code +31 (0)6 1234 5678} gives
     * {@code 0612345678}, {@code Jan (at) voorbeeld punt nl} gives {@code jan@voorbeeld.nl}.
     */
    public static String spelling(String text, Found found) {
        return Spelling.of(found.kind(), new PlainText(text.substring(found.start(), found.end())));
    }

    /** Most texts hold no digit and no sign that any of the kinds must have. */
    private static boolean isWorthALook(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' || c == '@' || c == '[' || c == '(' || c == '{' || c > 0x7F && mayBePlain(c)) {
                return true;
            }
        }
        return text.contains(" punt ") || text.contains(" dot ") || text.contains("apenstaart");
    }

    private static boolean mayBePlain(char c) {
        if (Character.isSurrogate(c)) {
            return true;
        }
        char plain = Letters.plain(c);
        return plain == '@' || plain >= '0' && plain <= '9' || plain == '(' || plain == '[' || plain == '{';
    }
}
