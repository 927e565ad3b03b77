package nl.sluiswachter.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.Reference;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Place;

/** One member of a {@link Body}. Each reading gives the value, or nothing when absent or wrong; wrong is remembered. */
public final class Member {

    private static final int LONGEST_CODE = 200;
    private static final int LONGEST_REFERENCE = 64;

    private final JsonNode node;
    private final String pointer;
    private final Complaints complaints;

    Member(JsonNode node, String pointer, Complaints complaints) {
        this.node = node;
        this.pointer = pointer;
        this.complaints = complaints;
    }

    /** Whether the member was left out or null. */
    public boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    /** Whether the member is an array, where the contract also allows something else. */
    public boolean isList() {
        return node.isArray();
    }

    /** A string of 1 to {@code longest} characters that is not blank. */
    public Optional<String> text(int longest) {
        Optional<String> text =
                is(node.isTextual(), "TEXT_EXPECTED", "A text is expected.").map(JsonNode::textValue);
        return text.filter(t -> holds(
                !t.isBlank() && t.length() <= longest,
                "LENGTH",
                "A text of 1 to " + longest + " characters is expected, not only spaces."));
    }

    /** Like {@link #text}, for a member that may be absent without complaint. */
    public Optional<String> presentText(int longest) {
        return isAbsent() ? Optional.empty() : text(longest);
    }

    /** The same of a text that has to be {@code right} as well. */
    Optional<String> presentText(int longest, Predicate<String> right, String code, String reason) {
        return presentText(longest).filter(text -> holds(right.test(text), code, reason));
    }

    /** A file or case in which something can be found, of at most 64 characters; absent without complaint. */
    Optional<String> reference() {
        return presentText(
                LONGEST_REFERENCE,
                Reference::isValid,
                "REFERENCE_EXPECTED",
                "Letters, digits and . _ : / - are expected, and no BSN.");
    }

    /** Where an earlier answer to the same caller ended; absent without complaint. */
    Optional<Place> cursor(Cursors cursors, Oin caller) {
        return presentText(LONGEST_CODE).flatMap(text -> cursors.parse(text, caller)
                .or(() -> refused("NOT_A_CURSOR", "The nextCursor of an earlier answer is expected, unchanged.")));
    }

    /** A string of at most {@code longest} characters, blank or not; absent without complaint. */
    public Optional<String> anyText(int longest) {
        return isAbsent()
                ? Optional.empty()
                : is(node.isTextual(), "TEXT_EXPECTED", "A text is expected.")
                        .map(JsonNode::textValue)
                        .filter(t -> holds(
                                t.length() <= longest, "LENGTH", "At most " + longest + " characters are expected."));
    }

    /** A UUID in its usual form; absent without complaint. */
    public Optional<UUID> uuid() {
        return isAbsent()
                ? Optional.empty()
                : parsed(UUID::fromString, "UUID_EXPECTED", "A UUID is expected.")
                        .filter(id -> holds(
                                id.toString().equalsIgnoreCase(node.textValue()),
                                "UUID_EXPECTED",
                                "A UUID is expected."));
    }

    /** A short text that {@code parse} accepts; an {@code IllegalArgumentException} or time error makes a complaint. */
    public <T> Optional<T> parsed(Function<String, T> parse, String code, String reason) {
        return text(LONGEST_CODE).flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (IllegalArgumentException | DateTimeException e) {
                return refused(code, reason);
            }
        });
    }

    /** A short text that matches the regular expression as a whole. */
    public Optional<String> matching(String regex, String reason) {
        return text(LONGEST_CODE).filter(text -> holds(text.matches(regex), "FORMAT", reason));
    }

    /** The name of a constant. */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type) {
        return parsed(
                text -> Enum.valueOf(type, text), "NOT_A_CHOICE", "One of the codes of the contract is expected.");
    }

    /** The name of a constant, where there are few enough and every one may be sent: the complaint names them. */
    <E extends Enum<E>> Optional<E> listed(Class<E> type) {
        String all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        return parsed(text -> Enum.valueOf(type, text), "NOT_A_CHOICE", "One of these is expected: " + all + ".");
    }

    /** A full date, {@code 2026-11-21}. */
    public Optional<LocalDate> date() {
        return parsed(LocalDate::parse, "DATE_EXPECTED", "A date such as 2026-11-21 is expected.")
                .filter(this::isPlausible);
    }

    /** An instant with an offset, {@code 2026-11-21T09:00:00Z}. */
    public Optional<Instant> instant() {
        return parsed(
                        text -> OffsetDateTime.parse(text).toInstant(),
                        "DATE_TIME_EXPECTED",
                        "A date and time with offset such as 2026-11-21T09:00:00Z is expected.")
                .filter(instant -> isPlausible(instant.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    /** A whole number from {@code least} to {@code most}. */
    public Optional<Integer> whole(int least, int most) {
        return is(
                        node.isIntegralNumber()
                                && node.canConvertToInt()
                                && node.intValue() >= least
                                && node.intValue() <= most,
                        "OUT_OF_RANGE",
                        "A number from " + least + " to " + most + " is expected.")
                .map(JsonNode::intValue);
    }

    /** True or false. */
    public Optional<Boolean> bool() {
        return is(node.isBoolean(), "BOOLEAN_EXPECTED", "True or false is expected.")
                .map(JsonNode::booleanValue);
    }

    /** An object of the contract, to be read member by member. */
    public Optional<Body> object() {
        return anyObject().map(object -> new Body(object, pointer, complaints));
    }

    /** An object whose members the contract does not fix. */
    public Optional<ObjectNode> anyObject() {
        return is(node.isObject(), "OBJECT_EXPECTED", "A JSON object is expected.")
                .map(ObjectNode.class::cast);
    }

    /** The elements of an array of {@code fewest} to {@code most}; empty when absent or wrong. */
    public List<Member> list(int fewest, int most) {
        boolean isList =
                is(node.isArray(), "ARRAY_EXPECTED", "An array is expected.").isPresent();
        if (!isList || !holds(inRange(fewest, most), "SIZE", fewest + " to " + most + " elements are expected.")) {
            return List.of();
        }
        List<Member> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(element(i));
        }
        return elements;
    }

    /** An object from names chosen by the caller to texts that {@code parse} accepts, in the order they came. */
    public <T> Map<String, T> map(int most, Function<Member, Optional<T>> parse) {
        Map<String, T> values = new LinkedHashMap<>();
        Optional<ObjectNode> object = anyObject();
        if (object.isPresent() && holds(node.size() <= most, "SIZE", "At most " + most + " members are expected.")) {
            // A complaint about a value names the whole map: the name of its member came from outside.
            object.get().properties().forEach(entry -> parse.apply(new Member(entry.getValue(), pointer, complaints))
                    .ifPresent(value -> values.put(entry.getKey(), value)));
        }
        return values;
    }

    /** Adds a complaint about this member; {@code reason} says what is expected, never what was sent. */
    public <T> Optional<T> refused(String code, String reason) {
        complaints.add(pointer, code, reason);
        return Optional.empty();
    }

    String pointer() {
        return pointer;
    }

    /** A bound that keeps every date within what PostgreSQL and a person understand. */
    private boolean isPlausible(LocalDate date) {
        return holds(Days.isPlausible(date), "DATE_OUT_OF_RANGE", "A date in the years 1850 to 2199 is expected.");
    }

    private Member element(int index) {
        Member element = new Member(node.get(index), pointer + "/" + index, complaints);
        if (element.isAbsent()) {
            element.refused("MISSING", "An element cannot be null.");
        }
        return element;
    }

    private boolean inRange(int fewest, int most) {
        return node.size() >= fewest && node.size() <= most;
    }

    private Optional<JsonNode> is(boolean rightType, String code, String reason) {
        return isAbsent() ? Optional.empty() : Optional.of(node).filter(n -> holds(rightType, code, reason));
    }

    private boolean holds(boolean condition, String code, String reason) {
        if (!condition) {
            refused(code, reason);
        }
        return condition;
    }
}
