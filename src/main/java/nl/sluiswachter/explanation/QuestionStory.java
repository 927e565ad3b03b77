package nl.sluiswachter.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.catalogue.Phrase;
import nl.sluiswachter.transfer.DataItem;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.Item;

/** What was asked, or which answer was given to each question. Of an answer that never left nothing is told. */
final class QuestionStory {

    private final RecordedDecision decision;
    private final Words words;
    private final Told told;
    private final boolean went;

    /** @param went whether the message was let through, and not stopped before it arrived */
    QuestionStory(RecordedDecision decision, Words words, Told told, boolean went) {
        this.decision = decision;
        this.words = words;
        this.told = told;
        this.went = went;
    }

    List<Paragraph> paragraphs() {
        List<Paragraph> paragraphs = new ArrayList<>();
        Phrase asked = went ? Phrase.ASKED_HEADING : Phrase.TO_ASK_HEADING;
        paragraphs.add(list(words.sentence(asked, told.parties()), Optional.empty()));
        if (went) {
            for (DataItem.Outcome outcome : DataItem.Outcome.values()) {
                paragraphs.add(list(words.sentence(heading(outcome)), Optional.of(outcome)));
            }
        }
        return paragraphs;
    }

    private Paragraph list(String heading, Optional<DataItem.Outcome> outcome) {
        List<String> titles = decision.dataItems().stream()
                .filter(item -> item.outcome().equals(outcome))
                .map(Item::field)
                .map(words::field)
                .distinct()
                .toList();
        return new Paragraph(heading, List.of(), titles);
    }

    private static Phrase heading(DataItem.Outcome outcome) {
        return switch (outcome) {
            case PROVIDED -> Phrase.PROVIDED_HEADING;
            case PARTLY -> Phrase.PARTLY_HEADING;
            case REFUSED -> Phrase.REFUSED_HEADING;
        };
    }
}
