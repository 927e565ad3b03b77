package nl.sluiswachter.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.retention.Retention;
import nl.sluiswachter.transferlog.retention.Retention.Due;

/** {@code GET /v1/log-calendar}: how many entries of the log are destroyed when. For the municipality; about nobody. */
public final class LogCalendarEndpoint {

    /** Exchange types that are kept from the person concerned, together: how many there are of one can say too much. */
    private static final String CONFIDENTIAL = "CONFIDENTIAL";

    private final Retention retention;
    private final ActiveCatalogue catalogue;
    private final StrictJson json;

    LogCalendarEndpoint(Retention retention, ActiveCatalogue catalogue, StrictJson json) {
        this.retention = retention;
        this.catalogue = catalogue;
        this.json = json;
    }

    /** Per month and rule, the earliest first. */
    public Answer list(Request request) {
        Municipal.oin(request);
        Catalogue law = catalogue.current();
        Map<String, Map<String, Object>> lines = new TreeMap<>();
        for (Due due : retention.calendar()) {
            String rule = shown(due.rule(), law);
            String key =
                    String.join(" ", due.month().toString(), rule, due.term().toString());
            lines.merge(key, line(due, rule), LogCalendarEndpoint::sum);
        }
        List<Map<String, Object>> calendar = new ArrayList<>(lines.values());
        return Answer.json(200, json.write(Map.of("calendar", calendar)));
    }

    private static Map<String, Object> line(Due due, String rule) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("month", due.month().toString());
        line.put("rule", rule);
        line.put("term", due.term().toString());
        line.put("entries", due.entries());
        return line;
    }

    private static Map<String, Object> sum(Map<String, Object> one, Map<String, Object> other) {
        one.merge("entries", other.get("entries"), (first, second) -> (Long) first + (Long) second);
        return one;
    }

    private static String shown(String rule, Catalogue law) {
        boolean isKind =
                List.of(LogKind.values()).stream().anyMatch(kind -> kind.name().equals(rule));
        return !isKind && law.isConfidential(rule) ? CONFIDENTIAL : rule;
    }
}
