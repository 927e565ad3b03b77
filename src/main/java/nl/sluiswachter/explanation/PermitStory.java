package nl.sluiswachter.explanation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Phrase;
import nl.sluiswachter.transfer.CheckName;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transfer.Finding.Outcome;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.Given;
import nl.sluiswachter.transferlog.RecordedDecision.Remedied;

/** Why it was allowed, what went, what was left out, and what is still to be done. */
final class PermitStory {

    /** Told in paragraphs of their own. */
    private static final Set<CheckName> APART = EnumSet.of(CheckName.PURPOSE, CheckName.CONSENT, CheckName.OBLIGATION);

    private final RecordedDecision decision;
    private final Words words;
    private final Told told;
    private final boolean missed;

    /** @param missed whether the message did not arrive */
    PermitStory(RecordedDecision decision, Words words, Told told, boolean missed) {
        this.decision = decision;
        this.words = words;
        this.told = told;
        this.missed = missed;
    }

    List<Paragraph> paragraphs() {
        List<Paragraph> paragraphs = whatWent();
        paragraphs.add(list(Phrase.CHECKED_HEADING, checked()));
        paragraphs.add(list(Phrase.OBLIGATION_HEADING, obligations()));
        paragraphs.add(list(Phrase.REMEDY_HEADING, remedies()));
        return paragraphs.stream().filter(Paragraph::saysSomething).toList();
    }

    /** Without what was looked at besides, and what can be done about it. */
    List<Paragraph> brief() {
        List<Paragraph> paragraphs = whatWent();
        paragraphs.add(list(Phrase.OBLIGATION_HEADING, obligations()));
        return paragraphs.stream().filter(Paragraph::saysSomething).toList();
    }

    private List<Paragraph> whatWent() {
        DataStory data = new DataStory(decision, words, told);
        List<Paragraph> paragraphs = new ArrayList<>();
        paragraphs.add(basis());
        paragraphs.add(consent());
        paragraphs.addAll(new QuestionStory(decision, words, told, !missed).paragraphs());
        paragraphs.addAll(missed ? data.missed() : data.delivered());
        paragraphs.addAll(data.leftOut(missed ? Phrase.NEVER_ALONG_HEADING : Phrase.LEFT_OUT_HEADING));
        return paragraphs;
    }

    private Paragraph basis() {
        return new Paragraph(
                words.sentence(Phrase.BASIS_HEADING),
                passed(CheckName.PURPOSE)
                        .flatMap(finding -> Stream.of(
                                told.reason(finding.code()),
                                words.sentence(Phrase.RULE, "article", words.article(finding.article()))))
                        .toList(),
                List.of());
    }

    /** Whose consent it rests on; that none was needed is said with the rule. */
    private Paragraph consent() {
        List<String> sentences = new ArrayList<>();
        passed(CheckName.CONSENT)
                .filter(finding -> finding.code() != Code.CONSENT_NOT_NEEDED)
                .forEach(finding -> sentences.add(told.reason(finding.code())));
        decision.consents().stream().map(this::giver).distinct().forEach(sentences::add);
        return new Paragraph(words.sentence(Phrase.CONSENT_HEADING), sentences, List.of());
    }

    private String giver(Given given) {
        Phrase phrase = given.byRepresentative() ? Phrase.CONSENT_BY_REPRESENTATIVE : Phrase.CONSENT_BY_SELF;
        return words.sentence(phrase, "person", told.person(given.person()));
    }

    private List<String> checked() {
        return decision.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.PASS && !APART.contains(finding.check()))
                .map(Finding::code)
                .distinct()
                .map(told::reason)
                .toList();
    }

    private List<String> obligations() {
        return decision.obligations().stream().map(told::obligation).toList();
    }

    private List<String> remedies() {
        List<String> remedies =
                new ArrayList<>(told.remedies(decision.remedies().stream().map(Remedied::code)));
        if (!decision.consents().isEmpty()) {
            remedies.add(words.sentence(Phrase.WITHDRAWAL));
        }
        return remedies;
    }

    private Stream<Finding> passed(CheckName check) {
        return decision.findings().stream()
                .filter(finding -> finding.check() == check && finding.outcome() == Outcome.PASS);
    }

    private Paragraph list(Phrase heading, List<String> items) {
        return new Paragraph(words.sentence(heading), List.of(), items);
    }
}
