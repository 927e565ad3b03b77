package nl.sluiswachter.console.today;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.logpage.LogEvents;
import nl.sluiswachter.kernel.Days;

/** Whether the log proves itself: alarms, entries without a leaf, witnesses. */
record LogWatch(LogState log) implements Watch {

    static final String LINK = "/console/log";

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
        verified(log.verified(), log.verifyWithin(), reader).ifPresent(lines::add);
        if (log.isBehind()) {
            lines.add(reader.line(Urgency.NOW, "log.behind", LINK));
        }
        if (!log.isPublished()) {
            lines.add(unpublished(log.looksChanged(), reader));
        }
        if (!log.isWitnessed()) {
            lines.add(reader.line(Urgency.SOON, "log.unwitnessed", LINK));
        }
        return lines;
    }

    /** A disk or a key is mended by the operator; what was changed or put back is looked into first. */
    static Line unpublished(boolean changed, Reader reader) {
        return reader.line(Urgency.NOW, changed ? "log.changed" : "log.unpublished", LINK);
    }

    private static long days(LogEvents.Event last, Reader reader) {
        return ChronoUnit.DAYS.between(Days.of(last.at()), reader.today());
    }

    /**
     * What is not proven is not wrong, and is said otherwise; what nobody verified within the term is not in order either. What was
     * wrong stays so, however long ago it was found.
     */
    static Optional<Line> verified(Optional<LogEvents.Event> last, Duration within, Reader reader) {
        if (last.isEmpty()) {
            return Optional.of(reader.line(Urgency.SOON, "log.never-verified", LINK));
        }
        String day = reader.day(last.get().at());
        if (last.get().isDamaged()) {
            return Optional.of(reader.line(Urgency.NOW, "log.verification-damaged", LINK, day));
        }
        return switch (LogState.outcome(last.get())) {
            case SOUND ->
                last.filter(one -> one.at().plus(within).isBefore(reader.now()))
                        .map(one -> reader.line(Urgency.SOON, "log.unverified", LINK, days(one, reader), day));
            case BROKEN -> Optional.of(reader.line(Urgency.NOW, "log.broken", LINK, day));
            default -> Optional.of(reader.line(Urgency.SOON, "log.unproven", LINK, day));
        };
    }
}
