package nl.sluiswachter.console.today;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.logpage.LogEvents;

/** Whether the log proves itself: alarms, entries without a leaf, witnesses. */
record LogWatch(LogState log) implements Watch {

    private static final String LINK = "/console/log";

    @Override
    public Set<Role> audience() {
        return Set.of(Role.PRIVACY_OFFICER, Role.OPERATOR);
    }

    @Override
    public List<Line> look(Reader reader) {
        List<Line> lines = new ArrayList<>();
        long alarms = log.alarms();
        if (alarms > 0) {
            lines.add(reader.line(Urgency.NOW, "log.alarms", LINK, alarms));
        }
        verified(log.verified(), reader).ifPresent(lines::add);
        if (log.isBehind()) {
            lines.add(reader.line(Urgency.NOW, "log.behind", LINK));
        }
        if (!log.isPublished()) {
            lines.add(reader.line(Urgency.NOW, "log.unpublished", LINK));
        }
        if (!log.isWitnessed()) {
            lines.add(reader.line(Urgency.SOON, "log.unwitnessed", LINK));
        }
        return lines;
    }

    /** What is not proven is not wrong, and is said otherwise; what nobody verified lately is not in order either. */
    static Optional<Line> verified(Optional<LogEvents.Event> last, Reader reader) {
        if (last.isEmpty()) {
            return Optional.of(reader.line(Urgency.SOON, "log.unverified", LINK));
        }
        String day = reader.day(last.get().at());
        return switch (LogState.outcome(last.get())) {
            case SOUND -> Optional.empty();
            case BROKEN -> Optional.of(reader.line(Urgency.NOW, "log.broken", LINK, day));
            default -> Optional.of(reader.line(Urgency.SOON, "log.unproven", LINK, day));
        };
    }
}
