package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import nl.sluiswachter.consent.AgeBand;
import nl.sluiswachter.kernel.Bsn;

/**
 * What a single value is like, as far as any check can tell it from another: enough to decide again, too little to know
 * it. Each has an example that every check takes as it takes the value.
 */
enum Likeness {
    /** Text without anything in it. */
    BLANK(text(" ")),
    /** A short reference in one word. */
    WORD(text("x")),
    /** A short reference that cannot be a coded reason. */
    REFERENCE(text("x-1")),
    /** A few words, as a coded reason has. */
    WORDS(text("een reden")),
    /** Any other text. */
    STORY(text("Een verhaal, met 1 cijfer.\nEn een tweede regel.")),
    /** A calendar date. */
    DATE(text("2000-01-01")),
    /** A text that passes the eleven-test. */
    NUMBER(text("999993653")),
    /** The same of eight digits that can be a day, and so a reference too. */
    SHORT_NUMBER(text("20000108")),
    /** A JSON number that passes the eleven-test. */
    BARE_NUMBER(JsonNodeFactory.instance.numberNode(999993653)),
    FIGURE(JsonNodeFactory.instance.numberNode(1)),
    BOOLEAN(JsonNodeFactory.instance.booleanNode(true)),
    NULL(JsonNodeFactory.instance.nullNode()),
    /** Birth dates, by the bands that the age regimes know. */
    UNDER_12(null),
    FROM_12(null),
    FROM_16(null),
    ADULT(null),
    /** A birth date that no check takes for a plausible one, so long ago. */
    LONG_AGO(text("1700-01-01")),
    /** The same, so far ahead. */
    FAR_AHEAD(text("2300-01-01"));

    private static final List<Likeness> BY_EXAMPLE = List.of(
            BLANK, WORD, REFERENCE, WORDS, STORY, DATE, NUMBER, SHORT_NUMBER, BARE_NUMBER, FIGURE, BOOLEAN, NULL);
    private static final int SOME_ADULT_AGE = 40;

    private final JsonNode example;

    Likeness(JsonNode example) {
        this.example = example;
    }

    /** What the value, which is neither object nor list, is like. */
    static Likeness of(JsonNode value) {
        Traits traits = Traits.of(value);
        return BY_EXAMPLE.stream()
                .filter(likeness -> Traits.of(likeness.example).equals(traits))
                .findFirst()
                .orElse(value.isTextual() ? STORY : value.isNumber() ? FIGURE : BOOLEAN);
    }

    /** What a birth date is like on that day. */
    static Likeness ofBirth(LocalDate birthdate, LocalDate day) {
        AgeBand band = AgeBand.of(Period.between(birthdate, day).getYears());
        if (!Shape.isPlausible(birthdate)) {
            return band == AgeBand.UNDER_12 ? FAR_AHEAD : LONG_AGO;
        }
        return switch (band) {
            case UNDER_12 -> UNDER_12;
            case FROM_12 -> FROM_12;
            case FROM_16 -> FROM_16;
            case ADULT -> ADULT;
        };
    }

    /** A value that is like it on that day. */
    JsonNode example(LocalDate day) {
        return example == null ? text(birthdate(day).toString()) : example;
    }

    /** A birth date that is like it on that day. */
    LocalDate birthdate(LocalDate day) {
        return switch (this) {
            case UNDER_12 -> day.minusYears(AgeBand.FROM_12.from() - 1L);
            case FROM_12 -> day.minusYears(AgeBand.FROM_16.from() - 1L);
            case FROM_16 -> day.minusYears(AgeBand.ADULT.from() - 1L);
            case ADULT -> day.minusYears(SOME_ADULT_AGE);
            default -> LocalDate.parse(example.textValue());
        };
    }

    /** The likeness with this name, or that of a story: an image may come from a later gateway. */
    static Likeness named(String name) {
        return Arrays.stream(values())
                .filter(likeness -> likeness.name().equals(name))
                .findFirst()
                .orElse(STORY);
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    /** All that a check asks of a single value. A check that asks more must add its question here. */
    private record Traits(
            boolean text,
            boolean number,
            boolean none,
            boolean blank,
            boolean bsn,
            boolean reference,
            boolean date,
            boolean coded) {

        static Traits of(JsonNode value) {
            String text = value.isNull() ? "" : value.asText();
            return new Traits(
                    value.isTextual(),
                    value.isNumber(),
                    value.isNull(),
                    text.isBlank(),
                    Bsn.isValid(text),
                    value.isTextual() && Reference.isValid(text),
                    Shape.isDate(value),
                    Shape.isCoded(value));
        }
    }
}
