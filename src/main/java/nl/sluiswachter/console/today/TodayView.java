package nl.sluiswachter.console.today;

import java.util.List;

/**
 * What needs a person now, the worst first.
 *
 * @param moment when was looked
 * @param log how the log is, name and value; empty for who does not see that
 */
record TodayView(String moment, List<Line> lines, List<Fact> log) {

    TodayView {
        lines = List.copyOf(lines);
        log = List.copyOf(log);
    }

    /** One thing about the log. */
    record Fact(String name, String value) {}
}
