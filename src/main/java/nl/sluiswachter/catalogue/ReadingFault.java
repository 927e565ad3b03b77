package nl.sluiswachter.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says of something in a catalogue file that cannot be read what is expected there, in words of the file. */
final class ReadingFault {

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'");

    private ReadingFault() {}

    static String of(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknown.getPropertyName() + " is no member here; expected are " + known(unknown);
        }
        if (e instanceof InvalidFormatException wrong) {
            return member(wrong) + " cannot be " + wrong.getValue() + "; expected is "
                    + expected(wrong.getTargetType());
        }
        if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
            return member(wrong) + " cannot be read; expected is " + expected(wrong.getTargetType());
        }
        return syntax(e.getOriginalMessage());
    }

    /** Of what the parser says, the sentences; not the places, which the fault has, nor the drawing below them. */
    private static String syntax(String message) {
        Matcher twice = TWICE.matcher(message);
        return twice.matches()
                ? twice.group(1) + " stands here twice; expected is once"
                : "no YAML here: "
                        + message.lines()
                                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                                .collect(Collectors.joining(", "));
    }

    private static String known(UnrecognizedPropertyException e) {
        Collection<Object> names = e.getKnownPropertyIds();
        return names == null || names.isEmpty()
                ? "none"
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    /** The innermost name on the way to the fault. */
    private static String member(JsonMappingException e) {
        List<JsonMappingException.Reference> path = e.getPath();
        for (int i = path.size() - 1; i >= 0; i--) {
            if (path.get(i).getFieldName() != null) {
                return path.get(i).getFieldName();
            }
        }
        return "this";
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == Period.class) {
            return "a term as ISO 8601 writes it, like P28D, P6M or P20Y";
        }
        if (type == LocalDate.class) {
            return "a day like 2026-01-31";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class || Number.class.isAssignableFrom(type) || type.isPrimitive()
                ? "a single value"
                : "a group of members";
    }
}
