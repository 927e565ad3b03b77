package nl.sluiswachter.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places for what differs, in the order in which they stand.
 *
 * @param key of its words
 * @param pieces what stands between the places: one more than there are places
 * @param numbers the places that have a number, which readers see grouped
 */
record SentencePattern(String key, List<String> pieces, Set<Integer> numbers) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(,number)?}");

    /** @param words as {@link java.text.MessageFormat} has them, places numbered in their order */
    static SentencePattern of(String key, String words) {
        List<String> pieces = new ArrayList<>();
        Set<Integer> numbers = new TreeSet<>();
        Matcher place = PLACE.matcher(words);
        int from = 0;
        while (place.find()) {
            if (Integer.parseInt(place.group(1)) != pieces.size()) {
                throw new IllegalStateException("The places of " + key + " are out of order");
            }
            if (place.group(2) != null) {
                numbers.add(pieces.size());
            }
            pieces.add(words.substring(from, place.start()));
            from = place.end();
        }
        pieces.add(words.substring(from));
        return new SentencePattern(key, List.copyOf(pieces), numbers);
    }

    /** How much of it is always the same. */
    int length() {
        return pieces.stream().mapToInt(String::length).sum();
    }

    boolean isNumber(int place) {
        return numbers.contains(place);
    }

    /** What stands at its places in this sentence; empty when it is another one. A single look along it, whatever it says. */
    Optional<List<String>> arguments(String sentence) {
        String end = pieces.get(pieces.size() - 1);
        if (pieces.size() == 1) {
            return sentence.equals(end) ? Optional.of(List.of()) : Optional.empty();
        }
        int last = sentence.length() - end.length();
        int at = pieces.get(0).length();
        if (!sentence.startsWith(pieces.get(0)) || !sentence.endsWith(end) || last < at) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int next = sentence.indexOf(piece, at);
            if (next < 0 || next + piece.length() > last) {
                return Optional.empty();
            }
            found.add(sentence.substring(at, next));
            at = next + piece.length();
        }
        found.add(sentence.substring(at, last));
        return Optional.of(found).filter(all -> numbers.stream()
                .allMatch(place -> NUMBER.matcher(all.get(place)).matches()));
    }
}
