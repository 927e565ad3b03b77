package nl.sluiswachter.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.explanation.Account;
import nl.sluiswachter.explanation.Narrator;
import nl.sluiswachter.explanation.Paragraph;
import nl.sluiswachter.transferlog.DecisionReader;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.Someone;
import nl.sluiswachter.transferlog.search.Found;

/** Tells the reader of a decision what concerns the reader in it, by the version of the law that decided. */
final class TransferStory {

    private final Telling telling;
    private final ReportWords words;

    TransferStory(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    /**
     * A transfer that was let through or refused.
     *
     * @param hidden paths that may not be told
     * @param events what became of it, the oldest first
     */
    Item tell(Found found, Set<String> hidden, List<Found> events) {
        RecordedDecision whole = DecisionReader.read(found.entry());
        RecordedDecision own = whole.forPerson(telling.own(found), hidden);
        Catalogue law = telling.laws().apply(own.policyVersion());
        Optional<Paragraph> missed = Missed.reason(events)
                .map(reason -> Missed.phrase(reason, !own.consents().isEmpty()))
                .map(why -> sentence(ReportPhrase.ARRIVAL_HEADING, words.of(why)));
        Account account = Narrator.brief(own, law, words.language(), missed);
        List<Paragraph> paragraphs = new ArrayList<>(account.paragraphs());
        if (own.permit() && missed.isEmpty()) {
            paragraphs.add(arrival(events));
        } else if (!own.permit() && own.reasons().isEmpty()) {
            paragraphs.add(sentence(ReportPhrase.REFUSED_HEADING, words.of(ReportPhrase.REASON_OTHER)));
        }
        return new Item(
                own.recordedAt(),
                words.of(ReportPhrase.TRANSFER_HEADING, parties(found)),
                Optional.of(number(own.transferId())),
                role(whole, telling.own(found)),
                paragraphs);
    }

    private Item.Number number(UUID id) {
        return new Item.Number(id, words.of(ReportPhrase.NUMBER, "number", id.toString()));
    }

    /** Somebody asked whether it may share. */
    Item asked(Found found) {
        RecordedDecision decision = DecisionReader.read(found.entry());
        ReportPhrase answer = decision.permit() ? ReportPhrase.ASKED_YES : ReportPhrase.ASKED_NO;
        return new Item(
                decision.recordedAt(),
                telling.day(decision.recordedAt()),
                Optional.empty(),
                List.of(words.of(ReportPhrase.ASKED_ITEM, parties(found)), words.of(answer)),
                List.of());
    }

    /** Sender, receiver and kind of message, by name. */
    List<String> summary(Found found) {
        RecordedDecision decision = DecisionReader.read(found.entry());
        Map<String, String> parties = parties(found);
        String title = telling.laws()
                .apply(decision.policyVersion())
                .type(decision.exchangeType())
                .map(type -> telling.catalogue().of(type.title()))
                .orElse("");
        return List.of(parties.get("sender"), parties.get("receiver"), title);
    }

    private Map<String, String> parties(Found found) {
        return Map.of(
                "date", telling.day(found.place().at()),
                "sender", telling.party(found, "sender"),
                "receiver", telling.party(found, "receiver"));
    }

    private List<String> role(RecordedDecision decision, Set<String> own) {
        return decision.persons().stream()
                .filter(person -> own.contains(person.ref()))
                .map(Someone::relation)
                .sorted()
                .limit(1)
                .filter(relation -> relation != Relation.SUBJECT)
                .map(relation -> words.of(ReportPhrase.of("ROLE_", relation)))
                .map(role -> words.of(ReportPhrase.OTHER_ROLE, "role", role))
                .toList();
    }

    /** The last word on each: read, then accepted or not, or stopped. */
    private Paragraph arrival(List<Found> events) {
        List<String> sentences = events.stream()
                .map(event -> words.of(
                        phrase(event), "date", telling.day(event.place().at())))
                .distinct()
                .toList();
        return new Paragraph(
                words.of(ReportPhrase.ARRIVAL_HEADING),
                sentences.isEmpty() ? List.of(words.of(ReportPhrase.ARRIVAL_UNKNOWN)) : sentences,
                List.of());
    }

    private static ReportPhrase phrase(Found event) {
        return switch (event.kind()) {
            case DELIVERED -> ReportPhrase.ARRIVAL_READ;
            case ACKNOWLEDGED ->
                Telling.detail(event, "status").equals("ACCEPTED")
                        ? ReportPhrase.ARRIVAL_ACCEPTED
                        : ReportPhrase.ARRIVAL_REJECTED;
            default -> ReportPhrase.ARRIVAL_STOPPED;
        };
    }

    private Paragraph sentence(ReportPhrase heading, String sentence) {
        return new Paragraph(words.of(heading), List.of(sentence), List.of());
    }
}
