package nl.sluiswachter.console.logpage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.LogFilter;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.tree.DamageAlarm;

/**
 * What the log tells of itself, the newest first: about nobody, so no ground is asked for; what is confidential is left out. Of
 * what was damaged an alarm tells.
 */
public final class LogEvents {

    private static final int SHOWN = 20;

    private final LogSearch search;
    private final Oin viewer;
    private final DamageAlarm alarm;

    LogEvents(LogSearch search, Oin viewer, DamageAlarm alarm) {
        this.search = search;
        this.viewer = viewer;
        this.alarm = alarm;
    }

    /**
     * An entry, as far as it is shown.
     *
     * @param party whose doing it was; empty for the gateway itself
     * @param detail missing where it was damaged: then only when it was is known
     */
    public record Event(Instant at, String party, JsonNode detail) {

        public boolean isDamaged() {
            return detail.isMissingNode();
        }

        /** A member of the entry; empty for none. */
        public String text(String member) {
            return detail.path(member).asText("");
        }
    }

    List<Event> newest(LogKind kind) {
        return find(LogFilter.ofKind(kind), SHOWN);
    }

    /** The last verification that came to an end, however long ago; empty when there was none. */
    public Optional<Event> lastVerification() {
        LogFilter verifications = LogFilter.builder()
                .kinds(Set.of(LogKind.OPERATION))
                .reason(Optional.of(LogVerification.ACTION))
                .build();
        return find(verifications, 1).stream().findFirst();
    }

    private List<Event> find(LogFilter filter, int limit) {
        List<Found> some = search.find(filter, viewer, Ground.AUDIT, Optional.empty(), limit)
                .entries();
        alarm.raise(Found.damage(some));
        return some.stream().map(LogEvents::event).toList();
    }

    private static Event event(Found found) {
        return new Event(
                found.place().at(),
                found.text("party").orElse(""),
                found.entry().path("detail"));
    }
}
