package nl.sluiswachter.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.PersonEntries;

/** The entries that reports leave, and what they say. */
final class ReportLog {

    private static final String RULE = "heldBack.";
    private static final String TRANSFERS = "transfers";
    private static final String REASON = "reason";

    /** Who gave it, for the party that did. */
    static final String OFFICER = "officer";

    private final EventLog log;
    private final PersonEntries entries;

    ReportLog(EventLog log, PersonEntries entries) {
        this.log = log;
        this.entries = entries;
    }

    /** Written for every report, so that only who may read it learns whether something was held back. */
    void given(UUID id, ReportRequest request, HoldBack holdBack) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("report", id.toString());
        detail.put("ground", request.ground().name());
        detail.put("reference", request.reference());
        detail.put("from", request.from().toString());
        detail.put("until", request.until().toString());
        detail.put("language", request.language().name());
        detail.put("form", request.form());
        request.officer().ifPresent(officer -> detail.put(OFFICER, officer));
        if (!holdBack.numbers().isEmpty()) {
            detail.put(REASON, ReportReviews.HELD_BACK);
            holdBack.numbers().forEach((rule, number) -> detail.put(RULE + rule.name(), number.toString()));
            detail.put(TRANSFERS, ids(holdBack.transfers()));
        }
        log.append(new LogEntry(
                LogKind.REPORT,
                Optional.empty(),
                Optional.of(request.by().oin()),
                detail,
                request.subject().keys()));
    }

    static LogEntry verdict(Found report, Verdict verdict) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("report", Telling.detail(report, "report"));
        detail.put("verdict", verdict.outcome().name());
        detail.put(REASON, verdict.reason().name());
        detail.put("reference", verdict.reference());
        detail.put(TRANSFERS, ids(verdict.transfers()));
        verdict.officer().ifPresent(officer -> detail.put("officer", officer));
        return new LogEntry(
                LogKind.REPORT_VERDICT, Optional.empty(), Optional.of(verdict.by()), detail, subjects(report));
    }

    /** Transfers that the last verdict on each opened to these keys of a person. */
    Set<UUID> disclosed(Set<SubjectKey> person) {
        Set<UUID> open = new HashSet<>();
        for (Found verdict : entries.verdicts(person)) {
            boolean disclose = Telling.detail(verdict, "verdict").equals(Verdict.Outcome.DISCLOSE.name());
            Set<UUID> about = transfers(verdict);
            if (disclose) {
                open.addAll(about);
            } else {
                open.removeAll(about);
            }
        }
        return open;
    }

    static Set<UUID> transfers(Found found) {
        return Stream.of(Telling.detail(found, TRANSFERS).split(" "))
                .filter(text -> !text.isEmpty())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    /** How many entries each rule held back. */
    static Map<String, Integer> numbers(Found report) {
        Map<String, Integer> numbers = new TreeMap<>();
        report.entry().path("detail").properties().stream()
                .filter(member -> member.getKey().startsWith(RULE))
                .forEach(member -> numbers.put(
                        member.getKey().substring(RULE.length()),
                        Integer.valueOf(member.getValue().asText())));
        return numbers;
    }

    static List<SubjectKey> subjects(Found found) {
        return found.subjects().values().stream().flatMap(List::stream).toList();
    }

    private static String ids(Set<UUID> transfers) {
        return transfers.stream().map(UUID::toString).sorted().collect(Collectors.joining(" "));
    }
}
