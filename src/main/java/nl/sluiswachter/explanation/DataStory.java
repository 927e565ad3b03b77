package nl.sluiswachter.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Phrase;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.LeftOut;
import nl.sluiswachter.transferlog.RecordedDecision.Someone;

/** Which kinds of data a decision is about, per relation to the case, by their titles. */
final class DataStory {

    private final RecordedDecision decision;
    private final Words words;
    private final Told told;

    DataStory(RecordedDecision decision, Words words, Told told) {
        this.decision = decision;
        this.words = words;
        this.told = told;
    }

    List<Paragraph> delivered() {
        return perRelation(Phrase.DELIVERED_HEADING, Someone::delivered);
    }

    /** What would have gone along, of a message that did not arrive. */
    List<Paragraph> missed() {
        return perRelation(Phrase.REQUESTED_HEADING, Someone::delivered);
    }

    /** What the sender wanted to share, without what would have been left out anyway. */
    List<Paragraph> requested() {
        return perRelation(Phrase.REQUESTED_HEADING, person -> person.submitted().stream()
                .filter(path -> decision.removed().stream()
                        .noneMatch(gone -> gone.person().equals(person.ref())
                                && gone.field().equals(path)))
                .toList());
    }

    /** What was left out: a paragraph for each relation and reason. What is asked or answered concerns the subject. */
    List<Paragraph> leftOut(Phrase heading) {
        Map<Relation, Map<Code, List<String>>> fields = new LinkedHashMap<>();
        for (LeftOut gone : decision.removed()) {
            Relation relation = told.relation(gone.person()).orElse(Relation.SUBJECT);
            fields.computeIfAbsent(relation, r -> new LinkedHashMap<>())
                    .computeIfAbsent(gone.code(), c -> new ArrayList<>())
                    .add(gone.field());
        }
        List<Paragraph> paragraphs = new ArrayList<>();
        fields.forEach((relation, reasons) -> reasons.forEach((code, paths) ->
                paragraphs.add(new Paragraph(heading(heading, relation), List.of(told.reason(code)), titles(paths)))));
        return paragraphs;
    }

    private List<Paragraph> perRelation(Phrase heading, Function<Someone, Collection<String>> paths) {
        Map<Relation, List<String>> fields = new LinkedHashMap<>();
        decision.persons().forEach(person -> fields.computeIfAbsent(person.relation(), r -> new ArrayList<>())
                .addAll(paths.apply(person)));
        List<Paragraph> paragraphs = new ArrayList<>();
        fields.forEach((relation, some) -> {
            if (!some.isEmpty()) {
                paragraphs.add(new Paragraph(heading(heading, relation), List.of(), titles(some)));
            }
        });
        return paragraphs;
    }

    private String heading(Phrase heading, Relation relation) {
        return words.sentence(heading, "person", told.persons(relation));
    }

    private List<String> titles(List<String> paths) {
        return paths.stream().map(words::field).distinct().toList();
    }
}
