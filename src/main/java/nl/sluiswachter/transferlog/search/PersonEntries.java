package nl.sluiswachter.transferlog.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.MarkedBatches;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entries about one person, for the report to that person. What may not be told is for the caller to leave out. */
public final class PersonEntries {

    private static final Set<LogKind> TOLD =
            Set.of(LogKind.DECISION, LogKind.DRY_RUN, LogKind.CONSENT, LogKind.FACT, LogKind.LOOKUP, LogKind.HOLD);

    /** What tells of a message whether it arrived. */
    public static final Set<LogKind> FOLLOWING =
            Set.of(LogKind.DELIVERED, LogKind.ACKNOWLEDGED, LogKind.DELIVERY_STOPPED);

    /** Such a look-up names the transfer, and nobody. An array, so that it is made once and asked of the index of transfers. */
    private static final String OF_OWN_TRANSFER =
            """
            l.transfer_id = any(array(
                select d.transfer_id from transfer_log_subject s join transfer_log d using (shard, position, recorded_at)
                 where s.subject_key %s and d.kind in ('DECISION', 'DRY_RUN')))
            """;

    private static final String TYPES =
            """
            select l.shard, l.position, l.entry, %s from transfer_log l %s
             where l.transfer_id = any(:transfers) and l.exchange_type is not null and l.destroyed_at is null
            """
                    .formatted(MarkedBatches.COLUMNS, MarkedBatches.JOIN);

    private static final String FILED =
            """
            select s.recorded_at, s.shard, s.position, s.subject_key
              from unnest(:shards, :positions) as at (shard, position) join transfer_log_subject s using (shard, position)
            """;

    private static final String REPORT = Source.kinds(Set.of(LogKind.REPORT));

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Pages pages;
    private final MarkedBatches batches;
    private final MarkedEntries marked;

    PersonEntries(JdbcClient jdbc, Pages pages, MarkedBatches batches) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.batches = batches;
        this.marked = new MarkedEntries(jdbc, batches);
    }

    /**
     * Decisions, registrations, look-ups and holds, the oldest first: look-ups of the person, and of transfers in which the
     * person stands.
     *
     * @param from not before this moment
     * @param until earlier than this moment
     * @param sight what may be told; the page has what may not apart
     * @throws nl.sluiswachter.transferlog.LogDamaged when one of those that may be told is not what a gateway wrote
     */
    public Page about(
            SubjectIdentity subject, Instant from, Instant until, Sight sight, Optional<Place> after, int limit) {
        Page page = pages.read(() -> about(subject, from, until), sight, Order.OLDEST_FIRST, after, limit);
        return marked.whole(page);
    }

    /** What became of transfers, the oldest first. */
    public List<Found> after(Collection<UUID> transfers) {
        return transfers.isEmpty() ? List.of() : all(() -> List.of(following(transfers)));
    }

    /** What became of one transfer, the oldest first, with what of that was damaged. */
    public List<Found> after(UUID transfer) {
        return found(() -> List.of(following(List.of(transfer))));
    }

    /**
     * The exchange types of transfers, as their decisions say; without those on which there is none.
     *
     * @throws nl.sluiswachter.transferlog.LogDamaged when one of these is not what a gateway wrote
     */
    public Map<UUID, String> exchangeTypes(Collection<UUID> transfers) {
        Map<UUID, String> types = new HashMap<>();
        jdbc.sql(TYPES).param("transfers", transfers.toArray(UUID[]::new)).query(row -> {
            JsonNode decision = batches.entry(row);
            types.put(
                    UUID.fromString(decision.path("transferId").asText()),
                    decision.path("exchangeType").asText());
        });
        return types;
    }

    /** Reports given with something held back, the newest first. */
    public Page heldBack(Predicate<Found> seen, Optional<Place> after, int limit) {
        return marked.of(pages.read(
                () -> List.of(Source.log().and("l.reason = 'HELD_BACK'").and(REPORT)),
                new Sight(seen, found -> true),
                Order.NEWEST_FIRST,
                after,
                limit));
    }

    /** Reports given, to whomever, the newest first. */
    public Page reports(Optional<Place> after, int limit) {
        return pages.read(
                () -> List.of(Source.log()
                        .and("l.kind not in ('DECISION', 'DRY_RUN')") // for the index that leaves decisions out
                        .and(REPORT)),
                Sight.ALL,
                Order.NEWEST_FIRST,
                after,
                limit);
    }

    /** The report that stands in this place, when one does. */
    public Optional<Found> report(Place place) {
        Source there = Source.log()
                .and(REPORT)
                .and("l.recorded_at = :reportAt")
                .with("reportAt", place.at().atOffset(ZoneOffset.UTC))
                .and("l.shard = :reportShard")
                .with("reportShard", place.shard())
                .and("l.position = :reportPosition")
                .with("reportPosition", place.position());
        return marked
                .of(pages.read(() -> List.of(there), Sight.ALL, Order.OLDEST_FIRST, Optional.empty(), 1)
                        .entries())
                .stream()
                .findFirst();
    }

    /** The decisions on transfers, the oldest first. */
    public List<Found> decisions(Collection<UUID> transfers) {
        return transfers.isEmpty()
                ? List.of()
                : all(() -> List.of(Source.log()
                        .and("l.transfer_id = any(:transfers)")
                        .with("transfers", transfers.toArray(UUID[]::new))
                        .and(Source.kinds(Set.of(LogKind.DECISION)))));
    }

    /** What was judged of reports to these persons, the oldest first. */
    public List<Found> verdicts(Set<SubjectKey> subjects) {
        return verdictsAndDamage(subjects).stream().map(Found::whole).toList();
    }

    /**
     * The same, with what of it was damaged, or no gateway wrote: that says neither of which report nor of which person it is.
     * What stands in the log twice counts once.
     */
    public List<Found> verdictsAndDamage(Set<SubjectKey> subjects) {
        Set<UUID> known = new HashSet<>();
        return marked.of(found(() -> List.of(judged(subjects)))).stream()
                .filter(verdict -> verdict.isDamaged() || known.add(verdict.entryId()))
                .toList();
    }

    /** About whom these say to be, by their place, for what does not say so itself any more. In one query. */
    public Map<Place, Set<SubjectKey>> filed(List<Found> some) {
        Map<Place, Set<SubjectKey>> filed = new HashMap<>();
        if (!some.isEmpty()) {
            jdbc.sql(FILED)
                    .param("shards", SqlArray.of("int4", some, one -> one.place()
                            .shard()))
                    .param("positions", SqlArray.of("int8", some, one -> one.place()
                            .position()))
                    .query(row -> {
                        filed.computeIfAbsent(EntryReader.place(row), place -> new HashSet<>())
                                .add(new SubjectKey(row.getObject("subject_key", UUID.class)));
                    });
        }
        return filed;
    }

    private List<Found> all(Supplier<List<Source>> sources) {
        return found(sources).stream().map(Found::whole).toList();
    }

    /** Every page, the oldest first: what is left out of these would be the newest. */
    private List<Found> found(Supplier<List<Source>> sources) {
        List<Found> all = new ArrayList<>();
        Optional<Place> place = Optional.empty();
        do {
            Page page = pages.read(sources, Sight.ALL, Order.OLDEST_FIRST, place, AT_ONCE);
            all.addAll(page.entries());
            place = page.next();
        } while (place.isPresent());
        return all;
    }

    static List<Source> about(SubjectIdentity subject, Instant from, Instant until) {
        List<Source> sources = Source.subject(subject);
        sources.forEach(source -> source.and(Source.kinds(TOLD)));
        sources.add(Source.log().among(OF_OWN_TRANSFER, subject.keys()).and(Source.kinds(Set.of(LogKind.LOOKUP))));
        Instant day = until.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        sources.forEach(
                source -> source.from(Optional.of(from)).until(Optional.of(day)).before(until));
        return sources;
    }

    private static Source judged(Set<SubjectKey> subjects) {
        return Source.subject().among("s.subject_key %s", subjects).and(Source.kinds(Set.of(LogKind.REPORT_VERDICT)));
    }

    private static Source following(Collection<UUID> transfers) {
        return Source.log()
                .and("l.transfer_id = any(:transfers)")
                .with("transfers", transfers.toArray(UUID[]::new))
                .and(Source.kinds(FOLLOWING));
    }
}
