package nl.sluiswachter.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a text for people may not have: long sentences, jargon, codes, paths and abbreviations. */
public final class PlainLanguage {

    /** Words in the longest sentence. */
    private static final int LONGEST_SENTENCE = 20;

    /** Words of lawyers and of systems. */
    private static final Set<String> JARGON = Set.of(
            "conform",
            "betreffende",
            "desbetreffende",
            "ingevolge",
            "krachtens",
            "teneinde",
            "dient",
            "dienen",
            "middels",
            "alsmede",
            "derhalve",
            "omtrent",
            "inzake",
            "jegens",
            "voornoemde",
            "onderhavige",
            "geschieden",
            "betrokkene",
            "betrokkenen",
            "verwerkingsverantwoordelijke",
            "verwerking",
            "verwerken",
            "persoonsgegevens",
            "grondslag",
            "grondslagen",
            "hoedanigheid",
            "doelbinding",
            "minimaliseren",
            "dataminimalisatie",
            "verstrekken",
            "verstrekking",
            "verkregen",
            "aangetroffen",
            "geregistreerd",
            "elfproef",
            "catalogus",
            "rechtsgrond",
            "bevoegd",
            "origin",
            "payload",
            "consent_required",
            "permit",
            "deny",
            "pursuant",
            "hereby",
            "thereof",
            "herein",
            "aforementioned",
            "controller",
            "processor",
            "minimisation",
            "disclosure",
            "provision",
            "precondition",
            "capacity",
            "eleven-test",
            "statute",
            "legal basis");

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}_[A-Z_]+\\b|[{}<>]|sha256|/v1/");
    private static final Pattern PATH = Pattern.compile("\\b[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*\\b");
    private static final Pattern ABBREVIATED =
            Pattern.compile("\\b(art|jo|o\\.g|d\\.w\\.z|m\\.b\\.t|evt|bijv|resp)\\.");

    private PlainLanguage() {}

    /** One for each thing that is wrong with a line. */
    public static List<String> complaints(String line) {
        List<String> complaints = new ArrayList<>();
        for (String sentence : Readability.sentences(line)) {
            List<String> words = Readability.words(sentence);
            if (words.size() > LONGEST_SENTENCE) {
                complaints.add("has " + words.size() + " words: " + sentence);
            }
            words.stream()
                    .filter(JARGON::contains)
                    .forEach(word -> complaints.add(word + " is jargon in: " + sentence));
        }
        if (CODE.matcher(line).find() || PATH.matcher(line).find()) {
            complaints.add("holds a code or path: " + line);
        }
        if (ABBREVIATED.matcher(line).find()) {
            complaints.add("abbreviates: " + line);
        }
        return complaints;
    }
}
