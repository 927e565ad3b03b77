package nl.sluiswachter.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article as the catalogue writes it, taken apart: {@code Wmo 2015 art. 5.2.1 lid 2 onder a}, {@code BW 7:457}.
 *
 * @param law name of the law, {@code Wmo 2015}; for the Burgerlijk Wetboek with its book, {@code BW 7}
 * @param number of the article
 * @param paragraph the "lid"
 * @param part the letter after "onder"
 */
public record LegalReference(String law, String number, Optional<Integer> paragraph, Optional<String> part) {

    private static final Pattern SHAPE =
            Pattern.compile("(?:(?<law>.{2,80}?) art\\. |(?<book>BW [0-9]{1,2}):)(?<number>[0-9][0-9a-z.:]{0,15})"
                    + "(?: lid (?<paragraph>[1-9][0-9]?))?(?: onder (?<part>[a-z]))?");

    /** The parts of an article; empty when it is not written in this way. */
    public static Optional<LegalReference> parse(String article) {
        Matcher found = SHAPE.matcher(article);
        if (!found.matches()) {
            return Optional.empty();
        }
        String law = found.group("law") == null ? found.group("book") : found.group("law");
        return Optional.of(new LegalReference(
                law,
                found.group("number"),
                Optional.ofNullable(found.group("paragraph")).map(Integer::valueOf),
                Optional.ofNullable(found.group("part"))));
    }
}
