package nl.sluiswachter.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.explanation.Paragraph;
import nl.sluiswachter.explanation.ScopeWords;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.transferlog.search.Found;

/** Tells what was registered about the reader: consents and facts. */
final class RegisterStory {

    private final Telling telling;
    private final ReportWords words;
    private final Function<UUID, Optional<ConsentHistory>> consents;
    private final Function<UUID, Optional<Fact>> facts;

    RegisterStory(
            Telling telling, Function<UUID, Optional<ConsentHistory>> consents, Function<UUID, Optional<Fact>> facts) {
        this.telling = telling;
        this.words = telling.words();
        this.consents = consents;
        this.facts = facts;
    }

    Item consent(Found found) {
        Optional<ConsentHistory> consent = consents.apply(UUID.fromString(Telling.detail(found, "consentId")));
        ConsentState state = ConsentState.valueOf(Telling.detail(found, "state"));
        boolean byOther = state == ConsentState.GIVEN
                && consent.flatMap(ConsentHistory::given)
                        .flatMap(event -> event.what().person())
                        .filter(giver -> giver.relation() == Giver.Relation.REPRESENTATIVE)
                        .isPresent();
        ReportPhrase phrase =
                byOther ? ReportPhrase.CONSENT_GIVEN_BY_REPRESENTATIVE : ReportPhrase.of("CONSENT_", state);
        List<Paragraph> about = new ArrayList<>();
        consent.map(ConsentHistory::scope).ifPresent(scope -> about.addAll(about(scope)));
        return Item.of(
                found.place().at(),
                telling.day(found.place().at()),
                List.of(words.of(phrase, "party", telling.doer(found))),
                about);
    }

    Item fact(Found found) {
        Optional<Fact> fact = facts.apply(UUID.fromString(Telling.detail(found, "factId")));
        FactKind kind = FactKind.valueOf(Telling.detail(found, "kind"));
        String day = telling.day(found.place().at());
        List<String> sentences = new ArrayList<>();
        sentences.add(words.of(
                ReportPhrase.of("FACT_", kind),
                Map.of(
                        "by", telling.doer(found),
                        "party", telling.names().of(fact.flatMap(Fact::party)))));
        if (Telling.detail(found, "state").equals("ENDED")) {
            sentences.add(words.of(ReportPhrase.FACT_ENDED, "date", day));
        }
        return Item.of(found.place().at(), day, sentences, List.of());
    }

    /** A type that may not be told of is not named beside others. */
    private List<Paragraph> about(ConsentScope scope) {
        ScopeWords told = new ScopeWords(telling.law(), telling.catalogue(), telling.names()::of);
        List<Paragraph> paragraphs = new ArrayList<>();
        List<String> tasks = told.task(scope).map(task -> words.of(ReportPhrase.CONSENT_TASK, "task", task)).stream()
                .toList();
        list(paragraphs, ReportPhrase.CONSENT_TYPES, tasks, told.exchanges(scope, type -> !telling.law()
                .isConfidential(type)));
        list(paragraphs, ReportPhrase.CONSENT_RECEIVERS, List.of(), told.receivers(scope));
        list(paragraphs, ReportPhrase.CONSENT_DATA, List.of(), told.data(scope));
        return paragraphs;
    }

    private void list(List<Paragraph> paragraphs, ReportPhrase heading, List<String> sentences, List<String> items) {
        if (!sentences.isEmpty() || !items.isEmpty()) {
            paragraphs.add(new Paragraph(words.of(heading), sentences, items));
        }
    }
}
