package nl.sluiswachter.catalogue;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with a catalogue, each with its file, its line and what is expected. */
final class Faults {

    private final CatalogueFiles files;
    private final Map<String, Lines> lines = new HashMap<>();

    /** What the rules of a type have in common is checked in each of them and told once. */
    private final Set<String> sentences = new LinkedHashSet<>();

    Faults(CatalogueFiles files) {
        this.files = files;
    }

    /** @param pointer JSON pointer of the member in the file; the nearest one above it that the file has is named */
    void add(String file, String pointer, String sentence) {
        sentences.add(file + linesOf(file).at(pointer) + ": " + sentence);
    }

    /** For a member that stands at one of two places. */
    void add(String file, String pointer, String otherwise, String sentence) {
        add(file, linesOf(file).has(pointer) ? pointer : otherwise, sentence);
    }

    private Lines linesOf(String file) {
        return lines.computeIfAbsent(file, name -> new Lines(files.texts().getOrDefault(name, "")));
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
