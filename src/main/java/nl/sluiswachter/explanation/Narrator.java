package nl.sluiswachter.explanation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Phrase;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.transferlog.RecordedDecision;

/** Tells a recorded decision to a reader in plain sentences: who, for what, on which rule, what went and what did not. */
public final class Narrator {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final RecordedDecision decision;
    private final Catalogue catalogue;
    private final Words words;
    private final Told told;

    private Narrator(RecordedDecision decision, Catalogue catalogue, Voice voice, Language language) {
        this.decision = decision;
        this.catalogue = catalogue;
        this.words = new Words(catalogue, voice, language);
        this.told = new Told(decision, catalogue, words);
    }

    /** @param catalogue the version that the decision used */
    public static Account tell(RecordedDecision decision, Catalogue catalogue, Voice voice, Language language) {
        return new Narrator(decision, catalogue, voice, language).tell();
    }

    /**
     * The same in the resident's words, without what else was looked at and without ways out: for an overview of many.
     *
     * @param catalogue the version that the decision used
     */
    public static Account brief(RecordedDecision decision, Catalogue catalogue, Language language) {
        return new Narrator(decision, catalogue, Voice.RESIDENT, language).brief();
    }

    private Account brief() {
        List<String> about = new ArrayList<>(List.of(parties()));
        about.addAll(what());
        List<Paragraph> paragraphs =
                new ArrayList<>(List.of(new Paragraph(words.sentence(Phrase.PARTIES_HEADING), about, List.of())));
        paragraphs.addAll(
                decision.permit()
                        ? new PermitStory(decision, words, told).brief()
                        : new RefusalStory(decision, words, told).brief());
        return new Account(title(), paragraphs);
    }

    private Account tell() {
        List<Paragraph> paragraphs = new ArrayList<>(List.of(opening()));
        paragraphs.addAll(
                decision.permit()
                        ? new PermitStory(decision, words, told).paragraphs()
                        : new RefusalStory(decision, words, told).paragraphs());
        return new Account(title(), paragraphs);
    }

    private String title() {
        return words.sentence(decision.permit() ? Phrase.TITLE_PERMIT : Phrase.TITLE_REFUSAL);
    }

    private String parties() {
        return words.sentence(decision.permit() ? Phrase.PERMIT_PARTIES : Phrase.REFUSAL_PARTIES, told.parties());
    }

    private List<String> what() {
        List<String> sentences = new ArrayList<>();
        catalogue
                .type(decision.exchangeType())
                .ifPresent(type -> sentences.add(words.sentence(Phrase.EXCHANGE, "title", words.of(type.title()))));
        sentences.add(words.sentence(
                Phrase.TASK, "task", words.of(catalogue.voices().tasks().get(decision.purpose()))));
        return sentences;
    }

    private Paragraph opening() {
        List<String> sentences = new ArrayList<>();
        sentences.add(parties());
        if (!decision.permit()) {
            sentences.add(words.sentence(Phrase.NOTHING_SENT));
        }
        sentences.addAll(what());
        sentences.add(words.sentence(
                Phrase.DECIDED_ON,
                "date",
                words.date(decision.recordedAt().atZone(HERE).toLocalDate())));
        return new Paragraph(words.sentence(Phrase.PARTIES_HEADING), sentences, List.of());
    }
}
