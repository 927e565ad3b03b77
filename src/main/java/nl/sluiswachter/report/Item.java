package nl.sluiswachter.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.explanation.Paragraph;

/**
 * Something that happened.
 *
 * @param number of a transfer
 * @param sentences before the paragraphs
 */
public record Item(
        Instant at, String heading, Optional<Number> number, List<String> sentences, List<Paragraph> paragraphs) {

    public Item {
        sentences = List.copyOf(sentences);
        paragraphs = List.copyOf(paragraphs);
    }

    /** Of a transfer, by which it is found in the proof. */
    public record Number(UUID transferId, String sentence) {}

    static Item of(Instant at, String heading, List<String> sentences, List<Paragraph> paragraphs) {
        return new Item(at, heading, Optional.empty(), sentences, paragraphs);
    }
}
