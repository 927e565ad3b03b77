package nl.sluiswachter.explanation;

import java.util.List;
import java.util.stream.Collectors;

/** A decision told in plain sentences. */
public record Account(String title, List<Paragraph> paragraphs) {

    public Account {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The whole as plain text, to print or to read out. */
    public String text() {
        return title + "\n"
                + paragraphs.stream()
                        .map(paragraph -> paragraph.text(paragraphs))
                        .collect(Collectors.joining());
    }
}
