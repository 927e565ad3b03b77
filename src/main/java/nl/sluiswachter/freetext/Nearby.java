package nl.sluiswachter.freetext;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** The places in a text near one of some words; looked for once, when the first question comes. */
final class Nearby {

    private final PlainText text;
    private final Set<String> words;
    private final int before;
    private final int after;
    private final List<BitSet> places = new ArrayList<>(1);

    /**
     * @param before how far before the word a place may stand
     * @param after how far behind the word a place may stand
     */
    Nearby(PlainText text, Set<String> words, int before, int after) {
        this.text = text;
        this.words = words;
        this.before = before;
        this.after = after;
    }

    boolean has(int place) {
        if (places.isEmpty()) {
            places.add(search());
        }
        return places.get(0).get(place);
    }

    /** What stands for a number that was left out says nothing about the next one. */
    private boolean isMask(int index, String word) {
        return text.at(index - 1) == '[' && text.has(index, word + " weggelaten]");
    }

    private BitSet search() {
        BitSet near = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            if (text.isLetter(i)) {
                for (String word : words) {
                    if (text.has(i, word) && !isMask(i, word)) {
                        near.set(before > 0 ? Math.max(0, i - before) : i + word.length(), i + word.length() + after);
                    }
                }
            }
        }
        return near;
    }
}
