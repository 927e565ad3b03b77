package nl.sluiswachter.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.listing.ShownEntry;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Export;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.search.Lookup;
import nl.sluiswachter.transferlog.search.Lookups;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.Place;

/** The calls under {@code /v1/log-entries}: the log for who has a ground to look into it; for others they do not exist. */
public final class LogEntriesEndpoint {

    private static final int DEFAULT_LIMIT = 25;
    private static final int LARGEST_LIMIT = 100;

    private final LogSearch search;
    private final Lookups lookups;
    private final LogEntrySearchReader reader;
    private final LogExports exports;
    private final Cursors cursors;
    private final DamagedEntries damaged;
    private final StrictJson json;

    LogEntriesEndpoint(
            LogSearch search,
            Lookups lookups,
            LogEntrySearchReader reader,
            LogExports exports,
            Cursors cursors,
            DamagedEntries damaged,
            StrictJson json) {
        this.damaged = damaged;
        this.cursors = cursors;
        this.search = search;
        this.lookups = lookups;
        this.reader = reader;
        this.exports = exports;
        this.json = json;
    }

    /** {@code POST /v1/log-entries/_zoek}: one page, the newest first. Each page is a look-up, and written down. */
    public Answer search(Request request) {
        Oin caller = Municipal.oin(request);
        Body body = Body.of(json.read(request.body()));
        LogEntrySearchReader.Asked asked = reader.read(body);
        int limit = limit(body.optional("limit"));
        Optional<Place> cursor = body.optional("cursor").cursor(cursors, caller);
        body.check();
        Ground ground = record(request, asked);
        Page page = search.find(asked.filter(), caller, ground, cursor, limit);
        damaged.tell(page); // each says it itself
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("entries", page.entries().stream().map(ShownEntry::of).toList());
        answer.put(
                "nextCursor",
                page.next().map(place -> cursors.text(place, caller)).orElse(null));
        answer.put(
                "searchedBackTo", page.stoppedAt(limit).map(Instant::toString).orElse(null));
        return Answer.json(200, json.write(answer));
    }

    /** {@code POST /v1/log-entries/_exporteer}: everything that fits, in the form of a standard, while it is read. */
    public Answer export(Request request) {
        Oin caller = Municipal.oin(request);
        Body body = Body.of(json.read(request.body()));
        LogEntrySearchReader.Asked asked = reader.read(body);
        Optional<Export.Form> chosen = body.required("form").listed(Export.Form.class);
        body.check();
        Export.Form form = chosen.orElseThrow();
        Ground ground = record(request, asked);
        lookups.record(new Export(caller, Optional.empty(), form, Optional.empty()));
        return exports.of(form, place -> search.find(asked.filter(), caller, ground, place, LARGEST_LIMIT));
    }

    private Ground record(Request request, LogEntrySearchReader.Asked asked) {
        Ground ground = asked.ground().orElseThrow();
        lookups.record(new Lookup(
                request.caller().oin(),
                Optional.empty(),
                ground,
                asked.reference(),
                request.call(),
                asked.kinds(),
                asked.filter().subject(),
                asked.filter().transferId()));
        return ground;
    }

    private static int limit(Member member) {
        return member.isAbsent()
                ? DEFAULT_LIMIT
                : member.whole(1, LARGEST_LIMIT).orElse(DEFAULT_LIMIT);
    }
}
