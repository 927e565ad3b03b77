package nl.sluiswachter.console.today;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.delivery.Stuck;
import nl.sluiswachter.delivery.StuckMessages;

/** Messages that do not get to their receivers. */
record DeliveryWatch(StuckMessages messages) implements Watch {

    private static final String LINK = "/console/transfers";
    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(3);
    private static final Duration LONG = Duration.ofDays(2);

    @Override
    public Set<Role> audience() {
        return Set.of(Role.PRIVACY_OFFICER, Role.OPERATOR);
    }

    @Override
    public List<Line> look(Reader reader) {
        Stuck stuck = messages.count(
                reader.now().minus(BACK), reader.now(), reader.now().plus(AHEAD));
        List<Line> lines = new ArrayList<>();
        add(lines, reader, Urgency.NOW, "delivery.expired", stuck.expired());
        add(lines, reader, Urgency.SOON, "delivery.ending", stuck.ending());
        add(lines, reader, Urgency.SOON, "delivery.paused", stuck.paused());
        stuck.oldest()
                .filter(at -> at.isBefore(reader.now().minus(LONG)))
                .ifPresent(at -> lines.add(reader.line(Urgency.KNOW, "delivery.waits", LINK, reader.day(at))));
        return lines;
    }

    private static void add(List<Line> lines, Reader reader, Urgency urgency, String key, long number) {
        if (number > 0) {
            lines.add(reader.line(urgency, key, LINK, reader.number(number, StuckMessages.MOST)));
        }
    }
}
