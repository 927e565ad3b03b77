package nl.sluiswachter.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.transferlog.projection.LdvLine;
import nl.sluiswachter.transferlog.projection.LdvLines;
import nl.sluiswachter.transferlog.projection.Logged;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.search.Lookup;
import nl.sluiswachter.transferlog.search.Lookups;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.Place;

/** {@code POST /v1/processing-activities}: the logbook, read as the LDV read extension says. */
public final class ProcessingActivityEndpoint {

    /** The most exchanges of one answer, each with its persons; the standard has no pages yet, so where the rest begins stands in a header. */
    private static final int MOST = 200;

    /** Of a search, each of which looks through 5,000 entries at most. */
    private static final int MOST_PAGES = 20;

    private final LogSearch search;
    private final Lookups lookups;
    private final LdvLines lines;
    private final ProcessingActivityReader reader;
    private final Cursors cursors;
    private final Oin logbook;
    private final Parties parties;
    private final DamagedEntries damaged;
    private final StrictJson json;

    ProcessingActivityEndpoint(
            LogSearch search,
            Lookups lookups,
            SubjectKeys keys,
            Cursors cursors,
            Oin logbook,
            Parties parties,
            DamagedEntries damaged,
            StrictJson json) {
        this.damaged = damaged;
        this.search = search;
        this.lookups = lookups;
        this.lines = new LdvLines(logbook);
        this.reader = new ProcessingActivityReader(keys, cursors);
        this.cursors = cursors;
        this.logbook = logbook;
        this.parties = parties;
        this.json = json;
    }

    /** The newest lines that fit; of the persons of an exchange only who was asked for. */
    public Answer read(Request request) {
        Oin caller = Municipal.oin(request);
        ProcessingActivityReader.Asked asked = reader.read(Body.of(json.read(request.body())), caller);
        lookups.record(new Lookup(
                caller,
                Optional.empty(),
                Ground.LOGBOOK_READ,
                Optional.empty(),
                request.call(),
                asked.kinds(),
                asked.filter().subject(),
                Optional.empty()));
        Page found = found(asked, caller);
        SubjectIdentity subject = asked.filter().subject();
        Predicate<List<SubjectKey>> wanted =
                keys -> subject.isUnknown() || keys.stream().anyMatch(subject.keys()::contains);
        List<Map<String, Object>> shown = found.entries().stream()
                .filter(one -> !one.isDamaged())
                .map(one -> Logged.of(one.entry(), one.subjects()))
                .flatMap(logged -> lines.of(logged, wanted).stream())
                .map(LdvLine::read)
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("metadata", metadata());
        answer.put("processingActivities", shown);
        return new Answer(200, "application/json", headers(found, caller), json.write(answer));
    }

    private Map<String, String> headers(Page found, Oin caller) {
        Map<String, String> headers = new TreeMap<>(damaged.tell(found));
        found.next().ifPresent(place -> headers.put("Next-Cursor", cursors.text(place, caller)));
        return headers;
    }

    /** The standard has no pages yet, so an answer that stops before it is full goes on looking, some pages far. */
    private Page found(ProcessingActivityReader.Asked asked, Oin caller) {
        List<Found> found = new ArrayList<>();
        Optional<Place> place = asked.from();
        int pages = 0;
        do {
            Page page = search.find(asked.filter(), caller, Ground.LOGBOOK_READ, place, MOST - found.size());
            found.addAll(page.entries());
            place = page.next();
            pages++;
        } while (place.isPresent() && found.size() < MOST && pages < MOST_PAGES);
        return new Page(found, List.of(), place);
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("logbookId", "urn:sluiswachter:logbook:" + logbook.value());
        metadata.put("organizationName", parties.find(logbook).map(Party::name).orElse(logbook.value()));
        return metadata;
    }
}
