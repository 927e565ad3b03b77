package nl.sluiswachter.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.report.Section.Code;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;

/** Puts the stories together. Every report has the same sections, also when there is nothing to tell. */
final class PageWriter {

    private final Telling telling;
    private final ReportWords words;
    private final RegisterStory registers;
    private final Optional<String> contact;

    /** @param contact where the municipality is asked */
    PageWriter(Telling telling, RegisterStory registers, Optional<String> contact) {
        this.telling = telling;
        this.words = telling.words();
        this.registers = registers;
        this.contact = contact;
    }

    /** What may be told, in order of time, and what belongs to it. */
    record Material(
            List<Found> entries, Function<Found, Set<String>> hidden, List<Found> events, Optional<Instant> stopsAt) {

        List<Found> of(LogKind kind) {
            return entries.stream().filter(found -> found.kind() == kind).toList();
        }
    }

    ReportPage write(ReportRequest request, Instant madeAt, Material material) {
        List<Section> sections = new ArrayList<>();
        sections.addAll(transfers(material));
        sections.add(
                items(Code.CONSENTS, ReportPhrase.CONSENTS_HEADING, material.of(LogKind.CONSENT), registers::consent));
        sections.add(items(Code.FACTS, ReportPhrase.FACTS_HEADING, material.of(LogKind.FACT), registers::fact));
        sections.add(lookups(material.of(LogKind.LOOKUP)));
        sections.add(items(
                Code.HOLDS,
                ReportPhrase.HOLDS_HEADING,
                ReportPhrase.HOLDS_SENTENCE,
                material.of(LogKind.HOLD),
                new HoldStory(telling)::tell));
        sections.addAll(closing());
        return new ReportPage(
                request.language(),
                words.of(ReportPhrase.TITLE),
                words.of(ReportPhrase.DESCRIPTION),
                labels(request, madeAt),
                opening(request.subject(), material.stopsAt()),
                sections);
    }

    private List<Section> transfers(Material material) {
        TransferStory story = new TransferStory(telling);
        Map<String, List<Found>> events = material.events().stream()
                .collect(Collectors.groupingBy(event -> event.text("transferId").orElseThrow()));
        Function<Found, List<Found>> after =
                found -> events.getOrDefault(found.text("transferId").orElseThrow(), List.of());
        Function<Found, Item> tell =
                found -> story.tell(found, material.hidden().apply(found), after.apply(found));
        Map<Boolean, List<Found>> decided = material.of(LogKind.DECISION).stream()
                .collect(Collectors.partitioningBy(
                        found -> found.text("outcome").filter("PERMIT"::equals).isPresent()));
        return List.of(
                summary(
                        story,
                        decided.get(true).stream()
                                .filter(found ->
                                        Missed.reason(after.apply(found)).isEmpty())
                                .toList()),
                items(Code.SHARED, ReportPhrase.SHARED_HEADING, decided.get(true), tell),
                items(
                        Code.REFUSED,
                        ReportPhrase.REFUSED_HEADING,
                        ReportPhrase.REFUSED_SENTENCE,
                        decided.get(false),
                        tell),
                items(
                        Code.ASKED,
                        ReportPhrase.ASKED_HEADING,
                        ReportPhrase.ASKED_SENTENCE,
                        material.of(LogKind.DRY_RUN),
                        story::asked));
    }

    /** @param permits without the messages that did not arrive: nobody got those */
    private Section summary(TransferStory story, List<Found> permits) {
        Map<List<String>, Integer> numbers = new LinkedHashMap<>();
        permits.forEach(found -> numbers.merge(story.summary(found), 1, Integer::sum));
        List<Section.Row> rows = new ArrayList<>();
        if (!numbers.isEmpty()) {
            rows.add(new Section.Row(List.of(
                    words.of(ReportPhrase.SUMMARY_SENDER),
                    words.of(ReportPhrase.SUMMARY_RECEIVER),
                    words.of(ReportPhrase.SUMMARY_TITLE),
                    words.of(ReportPhrase.SUMMARY_TIMES))));
        }
        numbers.forEach((cells, number) -> {
            List<String> row = new ArrayList<>(cells);
            row.add(number.toString());
            rows.add(new Section.Row(row));
        });
        return new Section(
                Code.SUMMARY, words.of(ReportPhrase.SUMMARY_HEADING), telling.nothing(rows), rows, List.of());
    }

    private Section lookups(List<Found> found) {
        List<Item> items = new LookupStory(telling).tell(found);
        List<String> sentences = new ArrayList<>(List.of(words.of(ReportPhrase.LOOKUPS_SENTENCE)));
        sentences.addAll(telling.nothing(items));
        return Section.items(Code.LOOKUPS, words.of(ReportPhrase.LOOKUPS_HEADING), sentences, items);
    }

    private Section items(
            Code code, ReportPhrase heading, ReportPhrase before, List<Found> found, Function<Found, Item> tell) {
        List<Item> items = found.stream().map(tell).toList();
        List<String> sentences = items.isEmpty() ? telling.nothing(items) : List.of(words.of(before));
        return Section.items(code, words.of(heading), sentences, items);
    }

    private Section items(Code code, ReportPhrase heading, List<Found> found, Function<Found, Item> tell) {
        List<Item> items = found.stream().map(tell).toList();
        return Section.items(code, words.of(heading), telling.nothing(items), items);
    }

    /** Always the same, whatever was held back. */
    private List<Section> closing() {
        return List.of(
                text(
                        Code.HELD_BACK,
                        ReportPhrase.HELD_BACK_HEADING,
                        ReportPhrase.HELD_BACK_LAW,
                        ReportPhrase.HELD_BACK_MAYBE,
                        ReportPhrase.HELD_BACK_ALWAYS,
                        ReportPhrase.HELD_BACK_OTHERS,
                        ReportPhrase.HELD_BACK_REVIEW),
                Section.text(
                        Code.RIGHTS,
                        words.of(ReportPhrase.RIGHTS_HEADING),
                        List.of(
                                contact.map(where -> words.of(ReportPhrase.RIGHTS_ASK_AT, "contact", where))
                                        .orElseGet(() -> words.of(ReportPhrase.RIGHTS_ASK)),
                                words.of(ReportPhrase.RIGHTS_COMPLAIN),
                                words.of(ReportPhrase.RIGHTS_CHANGE))),
                text(Code.PROOF, ReportPhrase.PROOF_HEADING, ReportPhrase.PROOF_FILE, ReportPhrase.PROOF_NUMBER));
    }

    private Section text(Code code, ReportPhrase heading, ReportPhrase... sentences) {
        return Section.text(
                code,
                words.of(heading),
                List.of(sentences).stream().map(words::of).toList());
    }

    private List<ReportPage.Label> labels(ReportRequest request, Instant madeAt) {
        String period = words.of(
                ReportPhrase.PERIOD_VALUE,
                Map.of(
                        "from", telling.catalogue().date(request.from()),
                        "until", telling.catalogue().date(request.until())));
        return List.of(
                label(ReportPhrase.PERIOD, period),
                label(ReportPhrase.MADE, telling.day(madeAt)),
                label(ReportPhrase.MADE_BY, telling.names().of(request.by().oin())),
                label(ReportPhrase.REFERENCE, request.reference()));
    }

    private ReportPage.Label label(ReportPhrase name, String value) {
        return new ReportPage.Label(words.of(name), value);
    }

    private List<String> opening(SubjectIdentity subject, Optional<Instant> stopsAt) {
        List<String> sentences = new ArrayList<>(List.of(
                words.of(ReportPhrase.OPENING_WHAT),
                words.of(ReportPhrase.OPENING_WHERE),
                words.of(ReportPhrase.OPENING_KINDS),
                words.of(searchedBy(subject))));
        stopsAt.ifPresent(moment -> sentences.add(words.of(ReportPhrase.MORE, "date", telling.day(moment))));
        return sentences;
    }

    private static ReportPhrase searchedBy(SubjectIdentity subject) {
        if (subject.byBsn().isPresent()) {
            return subject.bySet().isPresent() ? ReportPhrase.SEARCHED_BOTH : ReportPhrase.SEARCHED_BSN;
        }
        return ReportPhrase.SEARCHED_SET;
    }
}
