package nl.sluiswachter.api;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.sluiswachter.transferlog.retention.Calendar;
import nl.sluiswachter.transferlog.retention.Retention.Due;
import nl.sluiswachter.transferlog.search.Lookup;
import nl.sluiswachter.transferlog.search.Lookups;

/** {@code POST /v1/log-calendar/_zoek}: how many entries of the log are destroyed when. For the municipality; about nobody. */
public final class LogCalendarEndpoint {

    private final Calendar calendar;
    private final Lookups lookups;
    private final StrictJson json;

    LogCalendarEndpoint(Calendar calendar, Lookups lookups, StrictJson json) {
        this.calendar = calendar;
        this.lookups = lookups;
        this.json = json;
    }

    /** Per month and rule, the earliest first; how many there are of a confidential type is told on some grounds only. */
    public Answer list(Request request) {
        Municipal.oin(request);
        Lookup lookup = GroundReader.general(request, Body.of(json.read(request.body())));
        lookups.record(lookup);
        return Answer.json(
                200,
                json.write(Map.of(
                        "calendar",
                        calendar.months(lookup.ground().opensConfidential()).stream()
                                .map(LogCalendarEndpoint::line)
                                .toList())));
    }

    private static Map<String, Object> line(Due due) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("month", due.month().toString());
        line.put("rule", due.rule());
        line.put("term", due.term().toString());
        line.put("entries", due.entries());
        return line;
    }
}
