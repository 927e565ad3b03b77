package nl.sluiswachter.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.sluiswachter.catalogue.Language;

/**
 * Measures plain texts. The score is that of Flesch, for Dutch with the weights of Douma (1960): 60 and more is plain
 * language, about level B1.
 */
public final class Readability {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern DUTCH_SYLLABLE =
            Pattern.compile("(aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyéëïöüè])");
    private static final Pattern ENGLISH_SYLLABLE = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT = Pattern.compile("(?<=[^aeiouyl])(e|es|ed)$");

    private final Language language;

    public Readability(Language language) {
        this.language = language;
    }

    public static List<String> sentences(String text) {
        return Arrays.stream(SENTENCE_END.split(text.strip()))
                .filter(s -> !s.isBlank())
                .toList();
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'.-]+")) {
            String bare = word.replaceAll("^[.'-]+|[.'-]+$", "");
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }

    /** A number, or letters that are no word such as Wmo, is read as one. */
    int syllables(String word) {
        String letters = language == Language.EN ? SILENT.matcher(word).replaceAll("") : word;
        Pattern syllable = language == Language.EN ? ENGLISH_SYLLABLE : DUTCH_SYLLABLE;
        return (int) Math.max(1, syllable.matcher(letters).results().count());
    }

    public double score(List<String> sentences) {
        double perSentence = wordsPerSentence(sentences);
        double perWord = sentences.stream()
                .flatMap(sentence -> words(sentence).stream())
                .mapToInt(this::syllables)
                .average()
                .orElse(0);
        return language == Language.EN
                ? 206.835 - 1.015 * perSentence - 84.6 * perWord
                : 206.84 - 0.93 * perSentence - 77 * perWord;
    }

    double wordsPerSentence(List<String> sentences) {
        return sentences.stream()
                .mapToInt(sentence -> words(sentence).size())
                .average()
                .orElse(0);
    }
}
