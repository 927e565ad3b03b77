package nl.sluiswachter.console.person;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.form.Typed;
import nl.sluiswachter.kernel.IdentitySet;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.SubjectKeys;

/**
 * What somebody typed about whom they look for, to be shown in the same form again and nowhere else: a BSN, the identity set
 * (Wmo 2015 art. 5.2.9), or both.
 */
public record PersonForm(
        String bsn, String family, String given, String birthdate, String postcode, String houseNumber) {

    private static final int LONGEST = 200;
    private static final int LONGEST_HOUSE_NUMBER = 20;
    private static final Pattern POSTCODE = Pattern.compile("[1-9][0-9]{3} ?[A-Za-z]{2}");

    /** Nothing typed yet. */
    public static PersonForm empty() {
        return new PersonForm("", "", "", "", "", "");
    }

    /** As it was sent. */
    public static PersonForm of(HttpServletRequest request) {
        return new PersonForm(
                text(request, "bsn"),
                text(request, "family"),
                text(request, "given"),
                text(request, "birthdate"),
                text(request, "postcode"),
                text(request, "houseNumber"));
    }

    private static String text(HttpServletRequest request, String name) {
        return Typed.text(request.getParameter(name), LONGEST);
    }

    /** The keys of the person; empty, with complaints, when what was typed names nobody. */
    public Optional<SubjectIdentity> identity(SubjectKeys keys, FormErrors errors) {
        boolean bySet =
                Stream.of(family, given, birthdate, postcode, houseNumber).anyMatch(text -> !text.isEmpty());
        if (bsn.isEmpty() && !bySet) {
            return errors.add("bsn", "person.error.none");
        }
        Optional<SubjectKey> number =
                bsn.isEmpty() ? Optional.empty() : Typed.bsn(bsn, errors).map(keys::of);
        Optional<SubjectKey> set = bySet ? set(keys, errors) : Optional.empty();
        return number.isEmpty() && !bsn.isEmpty() || set.isEmpty() && bySet
                ? Optional.empty()
                : Optional.of(new SubjectIdentity(number, set));
    }

    private Optional<SubjectKey> set(SubjectKeys keys, FormErrors errors) {
        Optional<LocalDate> day = Typed.day(birthdate, "birthdate", "person.error.birthdate", errors);
        boolean complete = filled(family, "family", errors)
                & filled(given, "given", errors)
                & code(errors)
                & filled(houseNumber, "houseNumber", errors);
        if (houseNumber.length() > LONGEST_HOUSE_NUMBER) {
            return errors.add("houseNumber", "person.error.houseNumber");
        }
        return complete ? day.flatMap(born -> set(keys, born, errors)) : Optional.empty();
    }

    private Optional<SubjectKey> set(SubjectKeys keys, LocalDate born, FormErrors errors) {
        try {
            return Optional.of(keys.of(new IdentitySet(family, given, born, postcode, houseNumber)));
        } catch (IllegalArgumentException e) {
            return errors.add("family", "person.error.letter");
        }
    }

    private static boolean filled(String text, String field, FormErrors errors) {
        if (text.isEmpty()) {
            errors.add(field, "person.error." + field);
        }
        return !text.isEmpty();
    }

    private boolean code(FormErrors errors) {
        boolean fits = POSTCODE.matcher(postcode).matches();
        if (!fits) {
            errors.add("postcode", "person.error.postcode");
        }
        return fits;
    }

    @Override
    public String toString() {
        return "PersonForm";
    }
}
