package nl.sluiswachter.api;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.figures.Figure;
import nl.sluiswachter.transferlog.figures.FigureQuery;
import nl.sluiswachter.transferlog.figures.Figures;

/** {@code GET /v1/figures}: how many transfers were decided, per month, exchange type, parties, outcome and reason. */
public final class FiguresEndpoint {

    private static final int MOST_MONTHS = 24;
    private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

    private final Figures figures;
    private final StrictJson json;

    FiguresEndpoint(Figures figures, StrictJson json) {
        this.figures = figures;
        this.json = json;
    }

    /** No person is in it, so this is no look-up. */
    public Answer list(Request request) {
        Oin viewer = Municipal.oin(request);
        Complaints complaints = new Complaints();
        YearMonth from = month("from", request, complaints);
        YearMonth to = month("to", request, complaints);
        complaints.throwIfAny();
        long months = from.until(to, ChronoUnit.MONTHS) + 1;
        if (months < 1 || months > MOST_MONTHS) {
            complaints.add("to", "OUT_OF_RANGE", "From 1 to " + MOST_MONTHS + " months are expected.");
        }
        complaints.throwIfAny();
        List<Figure> found = figures.of(FigureQuery.months(from, to), viewer);
        if (found.size() > Figures.MOST) {
            complaints.add("to", "OUT_OF_RANGE", "That is more than " + Figures.MOST + " rows: ask for fewer months.");
        }
        complaints.throwIfAny();
        List<Map<String, Object>> rows =
                found.stream().map(FiguresEndpoint::row).toList();
        return Answer.json(200, json.write(Map.of("figures", rows)));
    }

    private static YearMonth month(String name, Request request, Complaints complaints) {
        String text = request.query().get(name);
        if (text == null || !MONTH.matcher(text).matches()) {
            complaints.add(name, "FORMAT", "A month is expected, such as 2026-11.");
            return null;
        }
        return YearMonth.parse(text);
    }

    private static Map<String, Object> row(Figure figure) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("month", figure.month().toString());
        row.put("exchangeType", figure.exchangeType());
        row.put("sender", figure.sender().value());
        figure.receiver().ifPresent(receiver -> row.put("receiver", receiver.value()));
        row.put("outcome", figure.outcome());
        figure.reason().ifPresent(reason -> row.put("reason", reason));
        row.put("transfers", figure.transfers());
        return row;
    }
}
