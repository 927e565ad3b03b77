package nl.sluiswachter.api;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.search.Page;

/** What is told of entries of a page that were damaged: the operator where they stand, the caller how many there are. */
final class DamagedEntries {

    private final Consumer<LogDamaged> alarm;

    /** @param alarm raises the alarm about one */
    DamagedEntries(Consumer<LogDamaged> alarm) {
        this.alarm = alarm;
    }

    /** Raises the alarm about each, and gives the header that says how many there are; none where there are none. */
    Map<String, String> tell(Page page) {
        List<LogDamaged> damage = page.damage();
        damage.forEach(alarm);
        return damage.isEmpty() ? Map.of() : Map.of("Damaged-Entries", Integer.toString(damage.size()));
    }
}
