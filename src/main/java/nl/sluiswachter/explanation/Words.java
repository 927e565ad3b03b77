package nl.sluiswachter.explanation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.LegalReference;
import nl.sluiswachter.catalogue.Phrase;
import nl.sluiswachter.catalogue.Text;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.catalogue.VoicedText;
import nl.sluiswachter.catalogue.Voices;
import nl.sluiswachter.party.Capacity;

/** The catalogue's words for one reader in one language, with what belongs in the place of the placeholders. */
public final class Words {

    /** Before the field that an item of a request or an answer is about. */
    private static final String ITEMS = "dataItems.";

    private final Catalogue catalogue;
    private final Voices voices;
    private final Voice voice;
    private final Language language;
    private final boolean supposed;

    public Words(Catalogue catalogue, Voice voice, Language language) {
        this(catalogue, voice, language, false);
    }

    /** @param supposed whether it tells of what would happen, and not of what did */
    Words(Catalogue catalogue, Voice voice, Language language, boolean supposed) {
        this.supposed = supposed;
        this.catalogue = catalogue;
        this.voices = catalogue.voices();
        this.voice = voice;
        this.language = language;
    }

    Voice voice() {
        return voice;
    }

    /** A text of its own for this reader. */
    public String of(VoicedText text) {
        return of(text.of(voice));
    }

    /** The text in the language of the reader. */
    public String of(Text text) {
        return text.in(language);
    }

    /** The phrase as it stands, to be part of a sentence. */
    String part(Phrase phrase, Map<String, String> values) {
        Phrase fitting =
                phrase.supposed().filter(other -> supposed).filter(this::knows).orElse(phrase);
        return fill(of(voices.phrases().get(fitting)), values);
    }

    /** Whether the catalogue has it: one of an older jar may not. */
    boolean knows(Phrase phrase) {
        return voices.phrases().containsKey(phrase);
    }

    String sentence(Phrase phrase) {
        return sentence(phrase, Map.of());
    }

    String sentence(Phrase phrase, String name, String value) {
        return sentence(phrase, Map.of(name, value));
    }

    /** The phrase with a capital, to stand alone. */
    String sentence(Phrase phrase, Map<String, String> values) {
        return capital(part(phrase, values));
    }

    /** The text with its placeholders filled and a capital. */
    String filled(String text, Map<String, String> values) {
        return capital(fill(text, values));
    }

    /** A party by the code of the capacity in which it acts. */
    public String party(Optional<String> capacity) {
        return capacity.map(Capacity::new)
                .map(voices.capacities()::get)
                .map(this::of)
                .orElseGet(() -> part(Phrase.UNKNOWN_PARTY, Map.of()));
    }

    /** The title of the field, or of the field that it is a member of; never a name that the vocabulary does not have. */
    public String field(String path) {
        String start = path.startsWith(ITEMS) ? path.substring(ITEMS.length()) : path;
        for (String known = start; !known.isEmpty(); known = known.substring(0, Math.max(known.lastIndexOf('.'), 0))) {
            if (catalogue.fields().containsKey(known)) {
                return of(catalogue.fields().get(known).title());
            }
        }
        return part(Phrase.UNKNOWN_FIELD, Map.of());
    }

    /** A day as it is written out. */
    public String date(LocalDate day) {
        Locale locale = Locale.forLanguageTag(language == Language.EN ? "en-GB" : "nl-NL");
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
    }

    /** An article as part of a sentence; what is not written as one is no law yet. */
    String article(String article) {
        return LegalReference.parse(article)
                .filter(reference -> voices.laws().containsKey(reference.law()))
                .map(this::article)
                .orElseGet(() -> part(Phrase.NO_ARTICLE, Map.of()));
    }

    private String article(LegalReference reference) {
        Map<String, String> values = new HashMap<>();
        values.put("number", reference.number());
        values.put("law", of(voices.laws().get(reference.law())));
        reference.part().ifPresent(part -> values.put("part", part));
        reference.paragraph().ifPresent(paragraph -> values.put("paragraph", ordinal(paragraph)));
        if (reference.paragraph().isPresent()) {
            return part(
                    reference.part().isPresent() ? Phrase.ARTICLE_PARAGRAPH_PART : Phrase.ARTICLE_PARAGRAPH, values);
        }
        return part(reference.part().isPresent() ? Phrase.ARTICLE_PART : Phrase.ARTICLE, values);
    }

    private String ordinal(int paragraph) {
        List<Text> ordinals = voices.ordinals();
        return paragraph <= ordinals.size() ? of(ordinals.get(paragraph - 1)) : Integer.toString(paragraph);
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private static String capital(String text) {
        int first = text.codePointAt(0);
        return new StringBuilder(text)
                .replace(0, Character.charCount(first), Character.toString(Character.toUpperCase(first)))
                .toString();
    }
}
