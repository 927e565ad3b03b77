package nl.sluiswachter.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Text;

/** The words of the report itself. They are no law, so they are not in the catalogue; its words are used for the rest. */
final class ReportWords {

    private static final String FILE = "/report/words.yaml";

    private final Map<ReportPhrase, Text> texts;
    private final Language language;

    private ReportWords(Map<ReportPhrase, Text> texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    /** @throws IllegalStateException when a text is missing in a language */
    static ReportWords load() {
        try (InputStream file = Objects.requireNonNull(ReportWords.class.getResourceAsStream(FILE))) {
            Map<ReportPhrase, Text> texts = new EnumMap<>(
                    YAMLMapper.builder().build().readValue(file, new TypeReference<Map<ReportPhrase, Text>>() {}));
            for (ReportPhrase phrase : ReportPhrase.values()) {
                Text text = texts.get(phrase);
                if (text == null || text.nl() == null || text.en() == null) {
                    throw new IllegalStateException(FILE + " has no text in nl and en for " + phrase);
                }
            }
            return new ReportWords(texts, Language.NL);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    ReportWords in(Language other) {
        return new ReportWords(texts, other);
    }

    Language language() {
        return language;
    }

    String of(ReportPhrase phrase) {
        return texts.get(phrase).in(language);
    }

    String of(ReportPhrase phrase, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        String text = of(phrase);
        int done = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', done)) {
            int close = text.indexOf('}', open);
            filled.append(text, done, open).append(values.getOrDefault(text.substring(open + 1, close), ""));
            done = close + 1;
        }
        return filled.append(text.substring(done)).toString();
    }

    String of(ReportPhrase phrase, String name, String value) {
        return of(phrase, Map.of(name, value));
    }
}
