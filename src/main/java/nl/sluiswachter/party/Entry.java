package nl.sluiswachter.party;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One mapping in a file of the operator. Reading goes on after a fault, so that all faults are told at once. */
final class Entry {

    private final String place;
    private final JsonNode node;
    private final List<String> faults;

    /**
     * @param place in the file, such as {@code parties[2]}; empty for the whole file
     * @param faults to which is added what is wrong: a place and what is expected there, never the value
     */
    Entry(String place, JsonNode node, List<String> faults) {
        this.place = place;
        this.node = node;
        this.faults = faults;
        if (!node.isObject()) {
            faults.add((place.isEmpty() ? "the file" : place) + " must be a mapping of names to values");
        }
    }

    /** Turns a text into what it means; any of these failures makes it a fault. */
    interface Meaning<T> {
        T of(String text) throws IOException, GeneralSecurityException;
    }

    /** Refuses members with other names. */
    void allow(Set<String> names) {
        List<String> unknown = new ArrayList<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(names);
        if (!unknown.isEmpty()) {
            faults.add((place.isEmpty() ? "the file" : place) + " may only have " + String.join(", ", sorted(names)));
        }
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The text of a member that must be there. */
    <T> Optional<T> text(String name, String expected, Meaning<T> meaning) {
        return meant(node.path(name), name, expected, meaning);
    }

    /** The texts of a list that must have at least one. */
    <T> List<T> texts(String name, String expected, Meaning<T> meaning) {
        List<T> texts = new ArrayList<>();
        JsonNode list = list(name);
        for (int i = 0; i < list.size(); i++) {
            meant(list.get(i), name + "[" + i + "]", expected, meaning).ifPresent(texts::add);
        }
        return texts;
    }

    /** The mappings of a list that must have at least one. */
    List<Entry> entries(String name) {
        List<Entry> entries = new ArrayList<>();
        list(name).forEach(item -> entries.add(new Entry(at(name + "[" + entries.size() + "]"), item, faults)));
        return entries;
    }

    /** The mapping under a name. */
    Entry entry(String name) {
        return new Entry(at(name), node.path(name), faults);
    }

    void fault(String name, String expected) {
        faults.add(at(name) + " must be " + expected);
    }

    private JsonNode list(String name) {
        JsonNode list = node.path(name);
        if (!list.isArray() || list.isEmpty()) {
            fault(name, "a list of at least one");
        }
        return list.isArray() ? list : node.path("");
    }

    private <T> Optional<T> meant(JsonNode value, String name, String expected, Meaning<T> meaning) {
        try {
            if (value.isTextual()) {
                return Optional.of(meaning.of(value.textValue()));
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | DateTimeException e) {
            // told below, without the value
        }
        fault(name, expected);
        return Optional.empty();
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
