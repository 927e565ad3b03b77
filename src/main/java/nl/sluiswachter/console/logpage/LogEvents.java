package nl.sluiswachter.console.logpage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.LogFilter;
import nl.sluiswachter.transferlog.search.LogSearch;

/** What the log tells of itself, the newest first: about nobody, so no ground is asked for; what is confidential is left out. */
public final class LogEvents {

    private static final int SHOWN = 20;
    private static final int LOOKED_THROUGH = 100;

    private final LogSearch search;
    private final Oin viewer;

    LogEvents(LogSearch search, Oin viewer) {
        this.search = search;
        this.viewer = viewer;
    }

    /**
     * An entry, as far as it is shown.
     *
     * @param party whose doing it was; empty for the gateway itself
     */
    public record Event(Instant at, String party, JsonNode detail) {

        /** A member of the entry; empty for none. */
        public String text(String member) {
            return detail.path(member).asText("");
        }
    }

    List<Event> newest(LogKind kind) {
        return find(kind, SHOWN);
    }

    /** The last verification that came to an end; empty when none is among the newest operations. */
    public Optional<Event> lastVerification() {
        return find(LogKind.OPERATION, LOOKED_THROUGH).stream()
                .filter(event -> event.text("action").equals(LogVerification.ACTION))
                .findFirst();
    }

    private List<Event> find(LogKind kind, int limit) {
        return search.find(LogFilter.ofKind(kind), viewer, Ground.AUDIT, Optional.empty(), limit).entries().stream()
                .map(LogEvents::event)
                .toList();
    }

    private static Event event(Found found) {
        return new Event(
                found.place().at(),
                found.text("party").orElse(""),
                found.entry().path("detail"));
    }
}
