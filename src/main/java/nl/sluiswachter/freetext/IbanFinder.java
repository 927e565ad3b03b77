package nl.sluiswachter.freetext;

import java.util.HashMap;
import java.util.Map;

/** International bank account numbers (ISO 13616): the length of the country, and the remainder 1 by 97 (ISO 7064). */
final class IbanFinder {

    /** Country codes and lengths as in the SWIFT IBAN registry. */
    private static final String REGISTRY =
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 "
                    + "DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 "
                    + "IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 "
                    + "NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 "
                    + "TN24 TR26 UA29 VA22 VG24 XK20 YE30";

    private static final Map<String, Integer> LENGTHS = lengths();
    private static final String GAPS = " .-/";
    private static final int WIDEST_GAP = 2;
    private static final int FEWEST_DIGITS = 8;

    private final PlainText text;
    private final Finds finds;

    IbanFinder(PlainText text, Finds finds) {
        this.text = text;
        this.finds = finds;
    }

    /** Looks where two letters come before a run of digits. */
    void find(Runs runs) {
        int free = 0;
        for (int run = 0; run < runs.count(); run++) {
            int start = countryBefore(runs.start(run));
            int end = start < free ? -1 : end(start);
            if (end >= 0) {
                finds.add(Kind.IBAN, start, end);
                free = end;
            }
        }
    }

    /** Where the country code before the check digits starts; -1 when there is none. */
    private int countryBefore(int digits) {
        int i = digits;
        while (digits - i < WIDEST_GAP && GAPS.indexOf(text.at(i - 1)) >= 0) {
            i--;
        }
        return isLatin(text.at(i - 1)) && isLatin(text.at(i - 2)) ? i - 2 : -1;
    }

    /** One past the IBAN that starts here; -1 when none does. */
    private int end(int start) {
        Integer length = LENGTHS.get(text.text(start, start + 2).toUpperCase(java.util.Locale.ROOT));
        if (length == null) {
            return -1;
        }
        StringBuilder compact = new StringBuilder(length);
        int i = start;
        int gap = 0;
        while (compact.length() < length && i < text.length() && gap <= WIDEST_GAP) {
            char c = text.at(i++);
            boolean part = isLatin(c) || c >= '0' && c <= '9';
            if (!part && GAPS.indexOf(c) < 0) {
                return -1;
            }
            gap = part ? 0 : gap + 1;
            if (part) {
                compact.append(Character.toUpperCase(c));
            }
        }
        return compact.length() == length && !text.isDigit(i) && isValid(compact) ? i : -1;
    }

    private static boolean isValid(CharSequence iban) {
        boolean checked = isDigit(iban.charAt(2)) && isDigit(iban.charAt(3));
        return checked
                && iban.chars().skip(4).filter(IbanFinder::isDigit).count() >= FEWEST_DIGITS
                && remainder(iban) == 1;
    }

    /** The first four characters go to the end, letters count from A = 10, and the whole is divided by 97. */
    private static int remainder(CharSequence iban) {
        int rest = 0;
        for (int i = 0; i < iban.length(); i++) {
            int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
            rest = (value < 10 ? rest * 10 + value : rest * 100 + value) % 97;
        }
        return rest;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLatin(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : REGISTRY.split(" ")) {
            lengths.put(entry.substring(0, 2), Integer.parseInt(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
