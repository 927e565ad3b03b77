package nl.sluiswachter.console;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** How long something lasts, as the reader says it. */
public record Spans(MessageSource messages, Locale locale) {

    /** As in {@code 5 jaar} or {@code 1 year, 6 months}. */
    public String of(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, "years", period.getYears());
        add(parts, "months", period.getMonths());
        add(parts, "days", period.getDays());
        return String.join(", ", parts);
    }

    private void add(List<String> parts, String unit, int count) {
        if (count > 0) {
            parts.add(messages.getMessage("span." + unit, new Object[] {count}, locale));
        }
    }
}
