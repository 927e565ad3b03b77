package nl.sluiswachter.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/**
 * What programs of the gateway say in English, in the reader's words. The verifier and the way of a version to the law in force say
 * one sentence for everybody: in the console, on the command line and in the log, where it stays. So the English words of the
 * console that begin with {@code said.} are those sentences to the letter; each is found by them, and its numbers, hashes and times
 * are put into the words of another language. {@code SentencesTest} reads the programs and finds every sentence here.
 */
public final class Sentences {

    private static final String BUNDLE = "console/words";
    private static final String PREFIX = "said.";

    /** Where in a catalogue something is wrong. */
    private static final String PLACE = PREFIX + "at.";

    /** What is wrong there: so short and so general that it is looked for behind such a place only. */
    private static final String FAULT = PREFIX + "fault.";

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    /** A sentence may have another in it, which has a place; deeper goes nobody. */
    private static final int DEEPEST = 4;

    private final List<SentencePattern> patterns;
    private final MessageSource messages;

    public Sentences(MessageSource messages) {
        this.messages = messages;
        ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);
        this.patterns = english.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> SentencePattern.of(key, english.getString(key)))
                .sorted(Comparator.comparingInt(SentencePattern::length).reversed())
                .toList();
    }

    /**
     * A sentence for the reader.
     *
     * @param lang {@code en} where there were no words of the reader's language; null otherwise
     */
    public record Said(String text, String lang) {}

    /** Each line in the reader's words, where there are any. */
    public List<Said> of(String lines, Locale locale) {
        return lines.lines().map(line -> said(line.strip(), locale)).toList();
    }

    /** The same of many. */
    public List<Said> all(Collection<String> sentences, Locale locale) {
        return sentences.stream().flatMap(text -> of(text, locale).stream()).toList();
    }

    private Said said(String sentence, Locale locale) {
        return words(sentence, locale, DEEPEST, false)
                .map(text -> new Said(text, null))
                .orElse(new Said(sentence, "en"));
    }

    /** The longest that fits: it says most. */
    private Optional<String> words(String sentence, Locale locale, int deep, boolean fault) {
        return patterns.stream()
                .filter(pattern -> fault == pattern.key().startsWith(FAULT))
                .flatMap(pattern -> pattern.arguments(sentence).stream()
                        .map(found ->
                                messages.getMessage(pattern.key(), arguments(pattern, found, locale, deep), locale)))
                .findFirst();
    }

    private Object[] arguments(SentencePattern pattern, List<String> found, Locale locale, int deep) {
        Object[] arguments = new Object[found.size()];
        boolean fault = pattern.key().startsWith(PLACE) || pattern.key().startsWith(FAULT);
        for (int i = 0; i < arguments.length; i++) {
            String one = found.get(i);
            arguments[i] = pattern.isNumber(i) ? (Object) Long.valueOf(one) : text(one, locale, deep, fault);
        }
        return arguments;
    }

    private String text(String found, Locale locale, int deep, boolean fault) {
        if (MOMENT.matcher(found).matches()) {
            try {
                return Here.moment(Instant.parse(found), locale);
            } catch (DateTimeException e) {
                return found;
            }
        }
        return deep == 0 ? found : words(found, locale, deep - 1, fault).orElse(found);
    }
}
