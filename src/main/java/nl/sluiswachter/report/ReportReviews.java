package nl.sluiswachter.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.DecisionReader;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.Lookup;
import nl.sluiswachter.transferlog.search.Lookups;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.PersonEntries;
import nl.sluiswachter.transferlog.search.Place;
import nl.sluiswachter.transferlog.search.ReportVerdicts;
import nl.sluiswachter.transferlog.tree.DamageAlarm;

/**
 * The reports that held something back, for somebody else than who gave them. To its giver such a report does not exist: so the
 * giver does not learn from it what the report does not tell.
 */
public final class ReportReviews {

    /** The reason in the entry of a report that did not tell all. */
    public static final String HELD_BACK = "HELD_BACK";

    /** At how many of the newest reports {@link #unjudged} looks. */
    public static final int MOST_UNJUDGED = 100;

    private final PersonEntries entries;
    private final Lookups lookups;
    private final ReportVerdicts verdicts;
    private final DamageAlarm alarm;

    ReportReviews(PersonEntries entries, Lookups lookups, ReportVerdicts verdicts, DamageAlarm alarm) {
        this.entries = entries;
        this.lookups = lookups;
        this.verdicts = verdicts;
        this.alarm = alarm;
    }

    /**
     * For whom is looked.
     *
     * @param officer who signed in at the console; empty for a system
     */
    public record Reviewer(Oin oin, Optional<String> officer) {

        /** A system of the municipality. */
        public static Reviewer system(Oin oin) {
            return new Reviewer(oin, Optional.empty());
        }

        /**
         * Whether they gave the report. Where it is not known which officer did, every officer of the same party might have; of one
         * that was damaged nobody knows, and it must not vanish.
         */
        boolean gave(Found report) {
            String giver = Telling.detail(report, "officer");
            return report.text("party").filter(oin.value()::equals).isPresent()
                    && (giver.isEmpty() || officer.isEmpty() || officer.get().equals(giver));
        }
    }

    /**
     * A report with what was said of it.
     *
     * @param verdicts the oldest first; in a list also those on any report to the same persons that were damaged
     */
    public record Review(Found report, List<Found> verdicts) {

        public Review {
            verdicts = List.copyOf(verdicts);
        }

        /** The verdicts that can be read. */
        public List<Found> readable() {
            return verdicts.stream().filter(verdict -> !verdict.isDamaged()).toList();
        }

        /** How many entries each rule held back, by its code. */
        public Map<String, Integer> heldBack() {
            return ReportLog.numbers(report);
        }

        /** The transfers that were held back, in whole or in part. */
        public Set<UUID> transfers() {
            return ReportLog.transfers(report);
        }
    }

    /** Some reviews, with the place where the next begin. */
    public record Reviews(List<Review> reviews, Optional<Place> next) {

        public Reviews {
            reviews = List.copyOf(reviews);
        }
    }

    /** The newest first. Looking is supervision, and written down. */
    public Reviews list(Reviewer viewer, String call, Optional<Place> after, int limit) {
        lookups.record(new Lookup(
                viewer.oin(),
                viewer.officer(),
                Ground.SUPERVISION,
                Optional.empty(),
                call,
                new TreeSet<>(),
                SubjectIdentity.UNKNOWN,
                Optional.empty()));
        return page(viewer, after, limit);
    }

    /**
     * How many of the newest nobody judged yet, as far as that can be read. Counting shows nothing of anybody, and is not written
     * down.
     */
    public long unjudged(Reviewer viewer) {
        return page(viewer, Optional.empty(), MOST_UNJUDGED).reviews().stream()
                .filter(review -> review.readable().isEmpty())
                .count();
    }

    /** The newest first, for whoever wrote down the look itself. An alarm tells what of it was damaged. */
    public Reviews page(Reviewer viewer, Optional<Place> after, int limit) {
        Page page = entries.heldBack(report -> !viewer.gave(report), after, limit);
        Set<SubjectKey> persons = new HashSet<>();
        page.entries().forEach(report -> persons.addAll(ReportLog.subjects(report)));
        List<Found> judged = entries.verdictsAndDamage(persons);
        raise(page.entries());
        raise(judged);
        Map<Place, Set<SubjectKey>> filed =
                entries.filed(judged.stream().filter(Found::isDamaged).toList());
        return new Reviews(
                page.entries().stream()
                        .map(report -> new Review(report, on(report, judged, filed)))
                        .toList(),
                page.next());
    }

    private void raise(List<Found> some) {
        alarm.raise(Found.damage(some));
    }

    /**
     * The review in this place, for somebody else than who gave the report.
     *
     * @throws LogDamaged when the entry that tells of the report was damaged, or of a verdict
     */
    public Optional<Review> find(Place place, Reviewer viewer) {
        return entries.report(place)
                .map(Found::whole)
                .filter(report -> !ReportLog.numbers(report).isEmpty())
                .filter(report -> !viewer.gave(report))
                .map(report -> new Review(
                        report, on(report, entries.verdicts(new HashSet<>(ReportLog.subjects(report))), Map.of())));
    }

    /** Adds a verdict; durable when it returns. Earlier ones stay, the last on a transfer counts. */
    public void judge(Review review, Verdict verdict) {
        verdicts.add(ReportLog.verdict(review.report(), verdict));
    }

    /**
     * The same, for who knew of so many verdicts.
     *
     * @return false when there are others by now: nothing was written
     */
    public boolean judge(Review review, Verdict verdict, long seen) {
        return verdicts.add(
                Telling.detail(review.report(), "report"),
                new HashSet<>(ReportLog.subjects(review.report())),
                seen,
                ReportLog.verdict(review.report(), verdict));
    }

    /** What these transfers were, for whoever wrote down the look at each. */
    public List<RecordedDecision> decisions(Collection<UUID> transfers) {
        return entries.decisions(transfers).stream()
                .map(found -> DecisionReader.read(found.entry()))
                .toList();
    }

    /** The transfers that a verdict is about. */
    public static Set<UUID> transfers(Found verdict) {
        return ReportLog.transfers(verdict);
    }

    /** @param filed under whom the damaged ones are */
    private static List<Found> on(Found report, List<Found> verdicts, Map<Place, Set<SubjectKey>> filed) {
        String id = Telling.detail(report, "report");
        List<SubjectKey> persons = ReportLog.subjects(report);
        return verdicts.stream()
                .filter(verdict -> verdict.isDamaged()
                        ? persons.stream().anyMatch(filed.getOrDefault(verdict.place(), Set.of())::contains)
                        : Telling.detail(verdict, "report").equals(id))
                .toList();
    }
}
