package nl.sluiswachter.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.sluiswachter.catalogue.Phrase;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.Remedied;

/** Why it was not allowed, what it was about, and what would change that. */
final class RefusalStory {

    private final RecordedDecision decision;
    private final Words words;
    private final Told told;

    RefusalStory(RecordedDecision decision, Words words, Told told) {
        this.decision = decision;
        this.words = words;
        this.told = told;
    }

    List<Paragraph> paragraphs() {
        DataStory data = new DataStory(decision, words, told);
        List<Paragraph> paragraphs = new ArrayList<>();
        paragraphs.add(new Paragraph(words.sentence(Phrase.REFUSAL_HEADING), reasons(), List.of()));
        paragraphs.add(new Paragraph(words.sentence(Phrase.REMEDY_HEADING), List.of(), remedies()));
        paragraphs.addAll(new QuestionStory(decision, words, told, false).paragraphs());
        paragraphs.addAll(data.requested());
        paragraphs.addAll(data.leftOut(Phrase.NEVER_ALONG_HEADING));
        return paragraphs.stream().filter(Paragraph::saysSomething).toList();
    }

    /** Without the ways out, which are for the sender. */
    List<Paragraph> brief() {
        List<Paragraph> paragraphs = new ArrayList<>();
        paragraphs.add(new Paragraph(words.sentence(Phrase.REFUSAL_HEADING), reasons(), List.of()));
        paragraphs.addAll(new QuestionStory(decision, words, told, false).paragraphs());
        paragraphs.addAll(new DataStory(decision, words, told).requested());
        return paragraphs.stream().filter(Paragraph::saysSomething).toList();
    }

    /** What is the same for several fields is said once. */
    private record Why(String reason, Optional<Relation> relation, String article) {}

    private List<String> reasons() {
        Map<Why, Set<String>> fields = new LinkedHashMap<>();
        decision.reasons().forEach(finding -> told.field(finding)
                .ifPresentOrElse(
                        fields.computeIfAbsent(why(finding), w -> new TreeSet<>())::add,
                        () -> fields.computeIfAbsent(why(finding), w -> new TreeSet<>())));
        List<String> sentences = new ArrayList<>();
        fields.forEach((why, titles) -> sentences.addAll(sentences(why, titles)));
        return sentences;
    }

    private Why why(Finding finding) {
        return new Why(told.reason(finding), finding.person().flatMap(told::relation), finding.article());
    }

    private List<String> sentences(Why why, Set<String> titles) {
        List<String> sentences = new ArrayList<>(List.of(why.reason()));
        why.relation()
                .filter(relation -> relation != Relation.SUBJECT)
                .map(told::persons)
                .ifPresent(person -> sentences.add(words.sentence(Phrase.CONCERNS_PERSON, "person", person)));
        titles.forEach(title -> sentences.add(words.sentence(Phrase.CONCERNS_FIELD, "field", title)));
        sentences.add(words.sentence(Phrase.RULE, "article", words.article(why.article())));
        return sentences;
    }

    private List<String> remedies() {
        return told.remedies(decision.remedies().stream().map(Remedied::code));
    }
}
