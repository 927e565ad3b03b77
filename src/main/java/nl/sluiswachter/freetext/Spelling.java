package nl.sluiswachter.freetext;

import java.util.Locale;

/** The one form of what can be written in many ways, so that two spellings of the same can be held equal. */
final class Spelling {

    private static final String COUNTRY = "31";
    private static final String AT = "[ (\\[{]+(?:apenstaartje|apenstaart|at|@)[ )\\]}]+";
    private static final String DOT = "[ (\\[{]+(?:punt|dot|\\.)[ )\\]}]+";

    private Spelling() {}

    static String of(Kind kind, PlainText found) {
        return switch (kind) {
            case BSN -> found.digits(0, found.length());
            case PHONE -> phone(found);
            case EMAIL -> email(found.lower(0, found.length()));
            case IBAN, ADDRESS ->
                found.lower(0, found.length())
                        .chars()
                        .filter(Character::isLetterOrDigit)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        };
    }

    /** As it is dialled in the Netherlands; with a plus and the country before any other. */
    private static String phone(PlainText found) {
        String digits = found.digits(0, found.length());
        boolean plus = found.at(0) == '+' || found.at(1) == '+';
        if (!plus && !digits.startsWith("00")) {
            return digits.startsWith("0") ? digits : "0" + digits;
        }
        String abroad = plus ? digits : digits.substring(2);
        return abroad.startsWith(COUNTRY)
                ? "0" + abroad.substring(COUNTRY.length()).replaceFirst("^0", "")
                : "+" + abroad;
    }

    private static String email(String written) {
        return written.replaceAll(AT, "@").replaceAll(DOT, ".").replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
