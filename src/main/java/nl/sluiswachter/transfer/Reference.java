package nl.sluiswachter.transfer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluiswachter.kernel.Bsn;

/** A reference to a case or a consent: short, and no place to hide a person in. */
public final class Reference {

    static final String TEXT = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}";
    private static final Pattern SHAPE = Pattern.compile(TEXT);
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{9}(?![0-9])");

    private Reference() {}

    /** Up to 64 letters, digits and {@code . _ : / -}; a whole number in it that passes the eleven-test is none. */
    public static boolean isValid(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            if (Bsn.isValid(number.group())) {
                return false;
            }
        }
        return true;
    }
}
