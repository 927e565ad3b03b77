package nl.sluiswachter.explanation;

import java.util.List;

/**
 * A part of an account.
 *
 * @param sentences whole sentences
 * @param items a list below the sentences, one name or sentence each
 */
public record Paragraph(String heading, List<String> sentences, List<String> items) {

    public Paragraph {
        sentences = List.copyOf(sentences);
        items = List.copyOf(items);
    }

    boolean saysSomething() {
        return !sentences.isEmpty() || !items.isEmpty();
    }

    /** Whether it goes on under the heading of the one before it in the list: then no reader is shown that again. */
    public boolean goesOn(List<Paragraph> all) {
        int place = all.indexOf(this);
        return place > 0 && all.get(place - 1).heading().equals(heading);
    }

    /** Heading, sentences and items as plain text, below those before it. */
    String text(List<Paragraph> all) {
        StringBuilder text = new StringBuilder(goesOn(all) ? "" : "\n" + heading + "\n");
        if (!sentences.isEmpty()) {
            text.append(String.join(" ", sentences)).append('\n');
        }
        items.forEach(item -> text.append("- ").append(item).append('\n'));
        return text.toString();
    }
}
