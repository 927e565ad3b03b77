package nl.sluiswachter.kernel;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What identifies a person without BSN: surname, given names, birth date, postcode and house number (Wmo 2015 art.
 * 5.2.9, Jeugdwet art. 7.2.5). Names are compared without case, accents, spaces and punctuation.
 */
public record IdentitySet(
        String familyName, String givenNames, LocalDate birthdate, String postcode, String houseNumber) {

    public IdentitySet {
        familyName = plain(familyName);
        givenNames = plain(givenNames);
        postcode = plain(postcode);
        houseNumber = plain(houseNumber);
        if (familyName.isEmpty() || givenNames.isEmpty() || birthdate == null) {
            throw new IllegalArgumentException("Incomplete identity set");
        }
        if (postcode.isEmpty() || houseNumber.isEmpty()) {
            throw new IllegalArgumentException("Incomplete identity set");
        }
    }

    /** The bytes that are hashed: fields in fixed order, divided by a character that none can hold. */
    String canonical() {
        return String.join("|", familyName, givenNames, birthdate.toString(), postcode, houseNumber);
    }

    private static String plain(String text) {
        if (text == null) {
            return "";
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "IdentitySet";
    }
}
