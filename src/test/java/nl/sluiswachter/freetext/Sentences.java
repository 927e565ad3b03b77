package nl.sluiswachter.freetext;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marked sentences of one file, and how well the guard does on them. */
final class Sentences {
    private static final Pattern MARK = Pattern.compile("\\{([A-Z]+):([^}]*)}");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final List<Sentence> sentences = new ArrayList<>();

    /** A sentence without its marks, and where they stood. */
    record Sentence(String text, List<Found> marks) {}

    /** How many there were to find, how many were found whole, how many finds there were, how many of those were right. */
    record Score(int marked, int caught, int found, int right) {
        double recall() {
            return marked == 0 ? 1 : (double) caught / marked;
        }

        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }
    }

    static Sentences in(String file) throws IOException {
        Sentences read = new Sentences();
        List<String> lines = YAML.readValue(
                Path.of("src/test/resources/freetext", file).toFile(), new TypeReference<List<String>>() {});
        lines.forEach(line -> read.sentences.add(sentence(line)));
        return read;
    }

    List<Sentence> all() {
        return sentences;
    }

    private static Sentence sentence(String marked) {
        StringBuilder text = new StringBuilder();
        List<Found> marks = new ArrayList<>();
        Matcher mark = MARK.matcher(marked);
        int done = 0;
        while (mark.find()) {
            text.append(marked, done, mark.start());
            int start = text.length();
            text.append(mark.group(2));
            marks.add(new Found(Kind.valueOf(mark.group(1)), start, text.length()));
            done = mark.end();
        }
        return new Sentence(text.append(marked, done, marked.length()).toString(), marks);
    }

    /** Scores per kind; each miss is described in {@code misses}, which only ever holds made-up sentences. */
    Map<Kind, Score> scores(FreeTextGuard guard, List<String> misses) {
        Map<Kind, Score> scores = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            int marked = 0;
            int caught = 0;
            int found = 0;
            int right = 0;
            for (Sentence sentence : sentences) {
                List<Found> marks = of(kind, sentence.marks());
                List<Found> finds = of(kind, guard.find(sentence.text()));
                for (Found mark : marks) {
                    marked++;
                    caught += count(isWithin(mark, finds, sentence.text()), kind + " missed", sentence, misses);
                }
                for (Found find : finds) {
                    found++;
                    right += count(isWithin(find, marks, sentence.text()), kind + " wrong", sentence, misses);
                }
            }
            scores.put(kind, new Score(marked, caught, found, right));
        }
        return scores;
    }

    private static int count(boolean good, String what, Sentence sentence, List<String> misses) {
        if (!good) {
            misses.add(what + ": " + sentence.text());
        }
        return good ? 1 : 0;
    }

    private static List<Found> of(Kind kind, List<Found> list) {
        return list.stream().filter(found -> found.kind() == kind).toList();
    }

    /** Whether every letter and digit of one lies in the others. */
    private static boolean isWithin(Found one, List<Found> others, String text) {
        BitSet covered = new BitSet();
        others.forEach(other -> covered.set(other.start(), other.end()));
        for (int i = one.start(); i < one.end(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i)) && !covered.get(i)) {
                return false;
            }
        }
        return true;
    }
}
