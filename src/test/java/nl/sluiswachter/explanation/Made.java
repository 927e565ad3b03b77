package nl.sluiswachter.explanation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.CheckName;
import nl.sluiswachter.transfer.DataItem;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transfer.Obligation;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.Given;
import nl.sluiswachter.transferlog.RecordedDecision.Item;
import nl.sluiswachter.transferlog.RecordedDecision.LeftOut;
import nl.sluiswachter.transferlog.RecordedDecision.Remedied;
import nl.sluiswachter.transferlog.RecordedDecision.Someone;

/** Recorded decisions that together use every word the catalogue has for people. */
final class Made {
    static final Catalogue LAW = new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));

    private static final List<Someone> EVERYBODY = Arrays.stream(Relation.values())
            .map(relation -> new Someone(
                    relation.name(),
                    relation,
                    LAW.fields().keySet(),
                    List.copyOf(new TreeSet<>(LAW.fields().keySet()))))
            .toList();

    private Made() {}

    /** A refusal for this code, about the resident and about somebody else. */
    static Stream<RecordedDecision> refusals(Code code) {
        return Stream.of("SUBJECT", "PARTNER")
                .map(person -> finding(CheckName.CONSENT, Finding.Outcome.FAIL, code, "AVG art. 7", person, null))
                .map(finding -> decision("GEMEENTE_WMO", "WELZIJN", false, List.of(finding), List.of(), List.of()));
    }

    /** A refusal for each precondition, field and article. */
    static Stream<RecordedDecision> refusals() {
        Stream<Finding> preconditions = Arrays.stream(Precondition.values())
                .map(kind -> finding(
                        CheckName.PRECONDITION,
                        Finding.Outcome.FAIL,
                        Code.PRECONDITION_MISSING,
                        "AVG art. 7",
                        null,
                        kind.name()));
        Stream<Finding> articles = LAW.articles().keySet().stream()
                .map(article -> finding(
                        CheckName.MINIMUM,
                        Finding.Outcome.FAIL,
                        Code.MINIMUM_MISSING,
                        article,
                        "SUBJECT",
                        "identity.name"));
        return Stream.concat(preconditions, articles)
                .map(finding -> decision("HUISARTS", "SCHOOL", false, List.of(finding), List.of(), List.of()));
    }

    /** Permits with every check passed, every field left out for every reason, every duty, every party and person. */
    static Stream<RecordedDecision> permits() {
        List<Finding> passed = new ArrayList<>();
        Arrays.stream(Code.values()).filter(code -> !code.refuses()).forEach(code -> {
            CheckName check =
                    code == Code.STATUTORY_BASIS || code == Code.CONSENT_BASIS ? CheckName.PURPOSE : CheckName.FIELDS;
            passed.add(finding(check, Finding.Outcome.PASS, code, "AVG art. 14", null, null));
        });
        List<LeftOut> left = Arrays.stream(Code.values())
                .filter(Code::refuses)
                .flatMap(code -> Stream.of("SUBJECT", "CHILD")
                        .map(person -> new LeftOut(person, "identity.(unreadable)", code, "AVG art. 5")))
                .toList();
        List<Obligation> duties = LAW.voices().obligations().keySet().stream()
                .map(code -> new Obligation(code, LocalDate.of(2026, 12, 19), "AVG art. 14"))
                .toList();
        return LAW.capacities().keySet().stream()
                .map(capacity -> decision(capacity.code(), capacity.code(), true, passed, left, duties));
    }

    /** The same as if it had only been asked. */
    static RecordedDecision supposed(RecordedDecision one) {
        return new RecordedDecision(
                one.transferId(),
                one.recordedAt(),
                one.sender(),
                one.receiver(),
                one.senderCapacity(),
                one.receiverCapacity(),
                one.exchangeType(),
                one.purpose(),
                one.policyVersion(),
                one.permit(),
                true,
                one.findings(),
                one.remedies(),
                one.removed(),
                one.obligations(),
                one.consents(),
                one.persons(),
                one.dataItems());
    }

    /** An answer that says this about what was asked. */
    static RecordedDecision answer(Item... items) {
        return decision("HUISARTS", "GEMEENTE_WMO", true, List.of(), List.of(), List.of(), List.of(items));
    }

    private static RecordedDecision decision(
            String sender,
            String receiver,
            boolean permit,
            List<Finding> findings,
            List<LeftOut> removed,
            List<Obligation> obligations) {
        return decision(sender, receiver, permit, findings, removed, obligations, items());
    }

    private static RecordedDecision decision(
            String sender,
            String receiver,
            boolean permit,
            List<Finding> findings,
            List<LeftOut> removed,
            List<Obligation> obligations,
            List<Item> items) {
        return new RecordedDecision(
                new UUID(1, 1),
                Instant.parse("2026-11-21T09:00:00Z"),
                new Oin("00000099000000001000"),
                Optional.empty(),
                Optional.of(sender),
                Optional.of(receiver),
                "VT_REPORT",
                "STOP_VIOLENCE_OR_ABUSE",
                LAW.version(),
                permit,
                false,
                findings,
                permit ? List.of() : remedies(),
                removed,
                obligations,
                EVERYBODY.stream()
                        .flatMap(person -> Stream.of(new Given(person.ref(), true), new Given(person.ref(), false)))
                        .toList(),
                EVERYBODY,
                items);
    }

    /** Every field as a question, and as each kind of answer. */
    private static List<Item> items() {
        return new TreeSet<>(LAW.fields().keySet())
                .stream()
                        .flatMap(path -> outcomes().map(outcome -> new Item(path, outcome)))
                        .toList();
    }

    private static Stream<Optional<DataItem.Outcome>> outcomes() {
        return Stream.concat(
                Stream.of(Optional.empty()),
                Arrays.stream(DataItem.Outcome.values()).map(Optional::of));
    }

    private static List<Remedied> remedies() {
        return LAW.texts().remedies().keySet().stream()
                .map(code -> new Remedied(code, Optional.empty(), Optional.empty()))
                .toList();
    }

    private static Finding finding(
            CheckName check, Finding.Outcome outcome, Code code, String article, String person, String field) {
        return new Finding(check, outcome, code, article, Optional.ofNullable(person), Optional.ofNullable(field));
    }
}
