package nl.sluiswachter.console.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.transfer.Reference;

/** Reads what people type and choose. What cannot be meant is nothing, and complained about where a complaint is given. */
public final class Typed {

    private static final Pattern GROUPING = Pattern.compile("[ .]");

    private Typed() {}

    /** What was sent, without space around it and no longer than this; empty when it was not sent. */
    public static String text(String sent, int longest) {
        String text = sent == null ? "" : sent.strip();
        return text.substring(0, Math.min(longest, text.length()));
    }

    /** A day as browsers send it (ISO 8601), of the years that {@link Days#isPlausible} knows. */
    public static Optional<LocalDate> day(String text, String field, String complaint, FormErrors errors) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(Days::isPlausible).or(() -> errors.add(field, complaint));
        } catch (DateTimeException e) {
            return errors.add(field, complaint);
        }
    }

    /** A BSN; people write it in groups. */
    public static Optional<Bsn> bsn(String text, FormErrors errors) {
        return Optional.of(GROUPING.matcher(text).replaceAll(""))
                .filter(Bsn::isValid)
                .map(Bsn::new)
                .or(() -> errors.add("bsn", "form.error.bsn"));
    }

    /** The reference of a file or case: never a person. */
    public static Optional<String> reference(String text, String field, FormErrors errors) {
        return Optional.of(text.strip()).filter(Reference::isValid).or(() -> errors.add(field, "form.error.reference"));
    }

    /** The choice with this name. */
    public static <T extends Enum<T>> Optional<T> choice(Class<T> choices, String name) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
