package nl.sluiswachter.kernel;

/** Burgerservicenummer that passes the eleven-test. Its text form never shows the number, so that no log line can. */
public record Bsn(String digits) {

    private static final int LENGTH = 9;

    /** @throws IllegalArgumentException when the number fails the eleven-test; the message does not repeat it */
    public Bsn {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not a BSN");
        }
        digits = padded(digits);
    }

    /** Eleven-test: weights 9,8,…,2,−1 over nine digits (eight are padded left), sum divisible by 11, not all zero. */
    public static boolean isValid(String text) {
        if (text == null || text.length() < LENGTH - 1 || text.length() > LENGTH || !onlyDigits(text)) {
            return false;
        }
        String nine = padded(text);
        int sum = -(nine.charAt(LENGTH - 1) - '0');
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (LENGTH - i) * (nine.charAt(i) - '0');
        }
        return sum % 11 == 0 && !nine.equals("000000000");
    }

    private static boolean onlyDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String padded(String text) {
        return text.length() == LENGTH ? text : "0" + text;
    }

    @Override
    public String toString() {
        return "BSN";
    }
}
