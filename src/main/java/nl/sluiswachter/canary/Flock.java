package nl.sluiswachter.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluiswachter.catalogue.Catalogue;

/**
 * All canaries of one catalogue version and when each is due. They fly together at the start and after a change of
 * catalogue; from then on spread over the interval, so that a stage that goes blind is noticed by the next one and not
 * only after the whole interval. Not safe for threads.
 */
final class Flock {

    /** A failing canary is tried again sooner than after a long interval: a repaired node should not wait. */
    static final Duration RETRY = Duration.ofSeconds(30);

    /** In place of a canary, while none has flown. */
    static final String ALL = "";

    private final Duration every;
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private String version = "";

    /** @param every how often each canary flies */
    Flock(Duration every) {
        this.every = every;
    }

    /** Takes the canaries of this catalogue, when it is another than before. */
    void follow(Catalogue law, Instant now) {
        if (law.version().equals(version)) {
            return;
        }
        boolean first = watches.isEmpty();
        Map<String, Watch> before = new LinkedHashMap<>(watches);
        watches.clear();
        for (Canary canary : Canary.of(law)) {
            Watch fresh = first ? Watch.unproven(canary, now) : Watch.added(canary, now, every);
            Watch known = before.get(canary.id());
            watches.put(canary.id(), known == null ? fresh : known.under(canary, now));
        }
        version = law.version();
    }

    /** At most so many canaries that are due, each with its next turn; those that come together are spread. */
    List<Canary> takeDue(Instant now, int most) {
        List<Canary> due = new ArrayList<>();
        watches.values().stream()
                .filter(watch -> watch.isDue(now))
                .limit(most)
                .forEach(watch -> due.add(watch.canary()));
        for (int i = 0; i < due.size(); i++) {
            Instant next = now.plus(every.multipliedBy(i + 1L).dividedBy(due.size()));
            watches.computeIfPresent(due.get(i).id(), (id, watch) -> watch.dueAt(next));
        }
        return due;
    }

    /** @return what was wrong with it before */
    Optional<Alarm> refused(Canary canary, Instant now) {
        Watch before = watches.get(canary.id());
        watches.put(canary.id(), before.refused(now, every));
        return before.alarm();
    }

    /** @return what was wrong with it before */
    Optional<Alarm> failed(Canary canary, Alarm what, Instant now) {
        Watch before = watches.get(canary.id());
        watches.put(canary.id(), before.failed(what, now.plus(waitAfter(what))));
        return before.alarm();
    }

    /** What got no decision is due at once; whoever sends them has to see that not all go into the same wall. */
    private Duration waitAfter(Alarm what) {
        if (what.equals(Alarm.NO_DECISION)) {
            return Duration.ZERO;
        }
        return every.compareTo(RETRY) < 0 ? every : RETRY;
    }

    /** What is wrong now, by canary. */
    SortedMap<String, String> problems(Instant now) {
        SortedMap<String, String> problems = new TreeMap<>();
        if (watches.isEmpty()) {
            problems.put(ALL, Alarm.NOT_RUN.code());
        }
        watches.forEach((id, watch) -> watch.problem(now).ifPresent(alarm -> problems.put(id, alarm.code())));
        return problems;
    }

    /** How many there are. */
    int size() {
        return watches.size();
    }
}
