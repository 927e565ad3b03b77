package nl.sluiswachter.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Phrase;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.RecordedDecision;

/** Tells a recorded decision to a reader in plain sentences: who, for what, on which rule, what went and what did not. */
public final class Narrator {

    private final RecordedDecision decision;
    private final Catalogue catalogue;
    private final Words words;
    private final Told told;

    private final Function<Oin, Optional<String>> names;
    private final Optional<Paragraph> missed;

    private Narrator(
            RecordedDecision decision,
            Catalogue catalogue,
            Voice voice,
            Language language,
            Function<Oin, Optional<String>> names,
            Optional<Paragraph> missed) {
        this.names = names;
        this.missed = missed;
        this.decision = decision;
        this.catalogue = catalogue;
        this.words = new Words(catalogue, voice, language, decision.supposed());
        this.told = new Told(decision, catalogue, words, missed.isPresent());
    }

    /** @param catalogue the version that the decision used */
    public static Account tell(RecordedDecision decision, Catalogue catalogue, Voice voice, Language language) {
        return tell(decision, catalogue, voice, language, oin -> Optional.empty());
    }

    /**
     * The same with the names of the organisations: who had the data is for the person to know (AVG art. 15, CJEU C-154/21).
     *
     * @param names what the register calls a party; empty for one that it does not have
     */
    public static Account tell(
            RecordedDecision decision,
            Catalogue catalogue,
            Voice voice,
            Language language,
            Function<Oin, Optional<String>> names) {
        return tell(decision, catalogue, voice, language, names, Optional.empty());
    }

    /**
     * The same of a message of which is known what became of it.
     *
     * @param missed that the message did not arrive, when that is so: said first, and nothing is told as shared
     */
    public static Account tell(
            RecordedDecision decision,
            Catalogue catalogue,
            Voice voice,
            Language language,
            Function<Oin, Optional<String>> names,
            Optional<Paragraph> missed) {
        return new Narrator(decision, catalogue, voice, language, names, missed).tell();
    }

    /**
     * The same in the resident's words, without what else was looked at and without ways out: for an overview of many.
     *
     * @param catalogue the version that the decision used
     * @param missed that the message did not arrive, when that is so
     */
    public static Account brief(
            RecordedDecision decision, Catalogue catalogue, Language language, Optional<Paragraph> missed) {
        return new Narrator(decision, catalogue, Voice.RESIDENT, language, oin -> Optional.empty(), missed).brief();
    }

    private Account brief() {
        List<String> about = new ArrayList<>(List.of(parties()));
        about.addAll(what());
        List<Paragraph> paragraphs = new ArrayList<>(missed.stream().toList());
        paragraphs.add(new Paragraph(words.sentence(Phrase.PARTIES_HEADING), about, List.of()));
        paragraphs.addAll(
                decision.permit()
                        ? new PermitStory(decision, words, told, missed.isPresent()).brief()
                        : new RefusalStory(decision, words, told).brief());
        return new Account(title(), paragraphs);
    }

    private Account tell() {
        List<Paragraph> paragraphs = new ArrayList<>(missed.stream().toList());
        paragraphs.add(opening());
        paragraphs.addAll(
                decision.permit()
                        ? new PermitStory(decision, words, told, missed.isPresent()).paragraphs()
                        : new RefusalStory(decision, words, told).paragraphs());
        return new Account(title(), paragraphs);
    }

    private String title() {
        boolean wasShared = decision.permit() && missed.isEmpty();
        boolean wasAllowed = decision.permit() && words.voice() == Voice.PROFESSIONAL;
        return words.sentence(wasShared || wasAllowed ? Phrase.TITLE_PERMIT : Phrase.TITLE_REFUSAL);
    }

    private String parties() {
        boolean shared = decision.permit() && missed.isEmpty();
        return words.sentence(shared ? Phrase.PERMIT_PARTIES : Phrase.REFUSAL_PARTIES, told.parties());
    }

    private List<String> names() {
        if (!words.knows(Phrase.PARTY_NAME)) {
            return List.of();
        }
        Stream<String> sender = named("sender", names.apply(decision.sender()));
        return Stream.concat(sender, named("receiver", decision.receiver().flatMap(names)))
                .toList();
    }

    private Stream<String> named(String side, Optional<String> name) {
        return name.stream()
                .map(text -> words.sentence(
                        Phrase.PARTY_NAME, Map.of("party", told.parties().get(side), "name", text)));
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
        sentences.addAll(names());
        if (!decision.permit()) {
            sentences.add(words.sentence(Phrase.NOTHING_SENT));
        }
        sentences.addAll(what());
        sentences.add(words.sentence(Phrase.DECIDED_ON, "date", words.date(Days.of(decision.recordedAt()))));
        return new Paragraph(words.sentence(Phrase.PARTIES_HEADING), sentences, List.of());
    }
}
