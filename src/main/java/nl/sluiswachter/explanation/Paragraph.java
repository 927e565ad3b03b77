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

    /** Heading, sentences and items as plain text. */
    String text() {
        StringBuilder text = new StringBuilder(heading).append('\n');
        if (!sentences.isEmpty()) {
            text.append(String.join(" ", sentences)).append('\n');
        }
        items.forEach(item -> text.append("- ").append(item).append('\n'));
        return text.toString();
    }
}
