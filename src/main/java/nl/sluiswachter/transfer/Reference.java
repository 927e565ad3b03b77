package nl.sluiswachter.transfer;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.sluiswachter.freetext.FreeTextGuard;
import nl.sluiswachter.freetext.Kind;
import nl.sluiswachter.kernel.Bsn;

/** A reference to a case or a consent: short, and no place to hide a person in. */
public final class Reference {

    static final String TEXT = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}";
    private static final Pattern SHAPE = Pattern.compile(TEXT);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern ZEROS = Pattern.compile("^0+");
    /** A day as a number is an ordinary reference, and one in eleven passes the eleven-test of eight digits. */
    private static final Pattern DAY = Pattern.compile("(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");

    private static final FreeTextGuard GUARD = new FreeTextGuard();
    private static final int LONG = 9;

    private Reference() {}

    /**
     * Up to 64 letters, digits and {@code . _ : / -}, and no BSN: neither in one piece (nine digits, eight that are no day,
     * or more with zeros in front) nor as the free-text guard reads it ({@code 1234.56.782}, {@code 123-456-782}).
     */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches() && !holdsBsn(text);
    }

    /** Whether a person's number stands in it. */
    public static boolean holdsBsn(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).anyMatch(Reference::isBsn) || isSpelled(text);
    }

    private static boolean isBsn(String digits) {
        if (digits.length() > LONG) {
            String rest = ZEROS.matcher(digits).replaceFirst("");
            return Bsn.isValid(rest);
        }
        return Bsn.isValid(digits) && !DAY.matcher(digits).matches();
    }

    private static boolean isSpelled(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').count() >= LONG - 1
                && GUARD.find(text).stream().anyMatch(found -> found.kind() == Kind.BSN);
    }
}
