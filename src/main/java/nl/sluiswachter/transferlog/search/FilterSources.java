package nl.sluiswachter.transferlog.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.LogKind;

/**
 * Chooses by which index a filter is looked for: the one that leaves the least to read. What it holds besides is asked of the
 * index; all else is asked of the entries that it gives, so that no combination can make a search read these without bound.
 */
final class FilterSources {

    /** Of these there are most entries; they have indexes by what they are about, and none by their kind. */
    private static final Set<LogKind> DECIDED = Set.of(LogKind.DECISION, LogKind.DRY_RUN);

    private static final String ABOUT =
            """
            exists (select from transfer_log_subject s
                     where s.shard = l.shard and s.position = l.position and s.recorded_at = l.recorded_at
                       and s.subject_key = any(:subjects))
            """;

    /** As an array, for the planner to look only where an entry is: it may make of anything else a list of all that have the reason. */
    private static final String GIVEN =
            """
            l.reason = :reason or l.outcome = 'DENY' and :reason = any(array(
              select r.reason from transfer_log_reason r
               where r.shard = l.shard and r.position = l.position and r.recorded_at = l.recorded_at))
            """;

    private FilterSources() {}

    /** One per index entry to look under: for each key of the person, else for each side that the party can be on. */
    static List<Source> of(LogFilter filter) {
        List<Source> sources = chosen(filter);
        sources.forEach(source -> {
            source.from(filter.from()).until(filter.until());
            if (!filter.kinds().contains(LogKind.CANARY)) {
                source.and("l.kind <> 'CANARY'");
            }
            ask(source, filter);
        });
        return sources;
    }

    private static List<Source> chosen(LogFilter filter) {
        if (filter.among().isPresent()) {
            UUID[] among = filter.among().get().toArray(UUID[]::new);
            return List.of(Source.log().and("l.transfer_id = any(:among)").with("among", among));
        }
        if (filter.transferId().isPresent()) {
            return List.of(Source.log().and("l.transfer_id = :transferId", "transferId", filter.transferId()));
        }
        if (filter.trace().isPresent()) {
            return List.of(Source.log().and("l.trace_id = :trace", "trace", filter.trace()));
        }
        if (filter.caseKey().isPresent()) {
            return List.of(Source.log().and("l.case_key = :caseKey", "caseKey", filter.caseKey()));
        }
        if (!filter.subject().isUnknown()) {
            return Source.subject(filter.subject());
        }
        return sided(filter);
    }

    /** Of two parties one index is read; the other party is asked of what it gives. */
    private static List<Source> sided(LogFilter filter) {
        if (filter.receiver().isPresent()) {
            return List.of(side(filter, "l.receiver = :receiver", "receiver", filter.receiver()));
        }
        if (filter.sender().isPresent()) {
            return List.of(side(filter, "l.sender = :sender", "sender", filter.sender()));
        }
        if (filter.party().isPresent()) {
            return List.of(
                    side(filter, "l.sender = :party", "party", filter.party()),
                    side(filter, "l.receiver = :party", "party", filter.party()));
        }
        if (filter.reason().isPresent()) {
            return List.of(
                    Source.log().and("l.reason = :reason", "reason", filter.reason()),
                    Source.otherReason().and("r.reason = :reason", "reason", filter.reason()));
        }
        return List.of(ofMany(filter));
    }

    private static Source side(LogFilter filter, String condition, String name, Optional<Oin> party) {
        return holding(Source.log().and(condition, name, party.map(Oin::value)).inHours(), filter);
    }

    private static Source ofMany(LogFilter filter) {
        Source log = Source.log();
        if (filter.exchangeType().isPresent()) {
            return holding(log, filter);
        }
        return filter.kinds().size() == 1 && !filter.kinds().stream().allMatch(DECIDED::contains)
                // said twice, for the index that leaves decisions out
                ? log.and("l.kind not in ('DECISION', 'DRY_RUN')").and(Source.kinds(filter.kinds()))
                : log;
    }

    /** What the indexes by party and by type hold both: entries that it leaves out are passed without being read. */
    private static Source holding(Source source, LogFilter filter) {
        return source.and("l.exchange_type = :type", "type", filter.exchangeType())
                .and("l.outcome = :outcome", "outcome", filter.outcome());
    }

    private static void ask(Source source, LogFilter filter) {
        source.asking("l.case_key = :caseKey", "caseKey", filter.caseKey())
                .asking("l.transfer_id = :transferId", "transferId", filter.transferId())
                .asking("l.trace_id = :trace", "trace", filter.trace())
                .asking("l.exchange_type = :type", "type", filter.exchangeType())
                .asking("l.outcome = :outcome", "outcome", filter.outcome())
                .asking("l.sender = :sender", "sender", filter.sender().map(Oin::value))
                .asking("l.receiver = :receiver", "receiver", filter.receiver().map(Oin::value))
                .asking(
                        ":party in (l.sender, coalesce(l.receiver, ''))",
                        "party",
                        filter.party().map(Oin::value));
        if (!source.parameters().containsKey("reason")) {
            source.asking(GIVEN, "reason", filter.reason());
        }
        if (!filter.kinds().isEmpty()) {
            source.asking(Source.kinds(filter.kinds()));
        }
        if (source.isLog() && !filter.subject().isUnknown()) {
            UUID[] keys =
                    filter.subject().keys().stream().map(SubjectKey::value).toArray(UUID[]::new);
            source.asking(ABOUT).with("subjects", keys);
        }
    }
}
