package nl.sluiswachter.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.PersonWords;
import nl.sluiswachter.catalogue.Phrase;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.transfer.CheckName;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transfer.Obligation;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.Someone;

/** What a decision is about, in the words for its reader: its persons, reasons and remedies. */
final class Told {

    /** Members of the message itself: the reason says what is wrong with them, and they are no field about a person. */
    private static final Set<String> OF_THE_MESSAGE = Set.of("dataItems", "replyTo");

    private final RecordedDecision decision;
    private final Catalogue catalogue;
    private final Words words;
    private final boolean sent;
    private final Map<String, String> parties;

    /** @param missed whether the message did not arrive */
    Told(RecordedDecision decision, Catalogue catalogue, Words words, boolean missed) {
        this.sent = !missed && !decision.supposed();
        this.decision = decision;
        this.catalogue = catalogue;
        this.words = words;
        this.parties = Map.of(
                "sender", words.party(decision.senderCapacity()), "receiver", words.party(decision.receiverCapacity()));
    }

    /** The placeholders {@code sender} and {@code receiver}. */
    Map<String, String> parties() {
        return parties;
    }

    Optional<Relation> relation(String ref) {
        return decision.persons().stream()
                .filter(person -> person.ref().equals(ref))
                .map(Someone::relation)
                .findFirst();
    }

    /** What everybody in this relation together is called. */
    String persons(Relation relation) {
        long number = decision.persons().stream()
                .filter(person -> person.relation() == relation)
                .count();
        PersonWords called = catalogue.voices().persons().get(relation);
        return words.of(number > 1 ? called.many() : called.one());
    }

    /** What one person is called. */
    String person(String ref) {
        return relation(ref)
                .map(relation ->
                        words.of(catalogue.voices().persons().get(relation).one()))
                .orElseGet(() -> words.part(Phrase.UNKNOWN_PERSON, Map.of()));
    }

    /** What must still be done, and until when. */
    String obligation(Obligation obligation) {
        Map<String, String> values = new HashMap<>(parties);
        values.put("date", words.date(obligation.due()));
        return words.filled(words.of(catalogue.voices().obligations().get(obligation.code())), values);
    }

    /** The reason in a sentence. */
    String reason(Code code) {
        return words.voice() == Voice.RESIDENT
                ? words.filled(words.of(catalogue.voices().reason(code, sent)), parties)
                : words.of(catalogue.texts().reasons().get(code).text());
    }

    /** What is missing, for a precondition; else the reason. */
    String reason(Finding finding) {
        return precondition(finding)
                .map(missing -> words.of(catalogue.voices().preconditions().get(missing)))
                .orElseGet(() -> reason(finding.code()));
    }

    /** The field that a finding is about; of a precondition, and of the message itself, there is none. */
    Optional<String> field(Finding finding) {
        return finding.field()
                .filter(field -> precondition(finding).isEmpty() && !OF_THE_MESSAGE.contains(field))
                .map(words::field);
    }

    /** What others and the reader can do, each once. */
    List<String> remedies(Stream<String> codes) {
        return codes.distinct().map(this::remedy).toList();
    }

    private String remedy(String remedy) {
        return words.voice() == Voice.RESIDENT
                ? words.filled(words.of(catalogue.voices().remedies().get(remedy)), parties)
                : words.of(catalogue.texts().remedies().get(remedy).text());
    }

    private static Optional<Precondition> precondition(Finding finding) {
        return Stream.of(Precondition.values())
                .filter(kind -> finding.check() == CheckName.PRECONDITION)
                .filter(kind -> finding.field().filter(kind.name()::equals).isPresent())
                .findFirst();
    }
}
