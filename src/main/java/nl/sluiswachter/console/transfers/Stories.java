package nl.sluiswachter.console.transfers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.LogFilter;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.tree.DamageAlarm;

/** Reads one transfer for an officer, in a fixed number of questions. What may not be seen is as if it were not there. */
final class Stories {

    static final int MOST_STEPS = 100;
    static final int MOST_LOOKS = 10;
    static final int MOST_RELATED = 10;

    private static final Set<LogKind> DECIDED = Set.of(LogKind.DECISION, LogKind.DRY_RUN);
    private static final Set<LogKind> FOLLOWING = Set.of(
            LogKind.DELIVERED, LogKind.DELIVERY_FAILED, LogKind.DELIVERY_STOPPED, LogKind.ACKNOWLEDGED, LogKind.HOLD);

    private final LogSearch search;
    private final LookUps lookUps;
    private final DamageAlarm alarm;

    Stories(LogSearch search, LookUps lookUps, DamageAlarm alarm) {
        this.search = search;
        this.lookUps = lookUps;
        this.alarm = alarm;
    }

    /** The decision alone, after the look-up was written down; empty alike for one that is hidden and one that is not there. */
    Optional<Found> decision(Officer officer, StatedGround ground, String call, UUID id) {
        lookUps.record(
                officer, ground, call, new TreeSet<>(Set.of("transferId")), SubjectIdentity.UNKNOWN, Optional.of(id));
        // looks past those who looked at it in one question, so that its cost tells nothing
        return page(ground, id, DECIDED, MOST_STEPS).entries().stream().findFirst();
    }

    /** What belongs to a decision that was found. */
    Story story(Found decision, StatedGround ground, UUID id) {
        List<Found> steps =
                new ArrayList<>(page(ground, id, FOLLOWING, MOST_STEPS).entries());
        Collections.reverse(steps);
        Page related = search.ofSameCase(id, lookUps.viewer(), ground.ground(), MOST_RELATED);
        List<Found> looks = page(ground, id, Set.of(LogKind.LOOKUP), MOST_LOOKS).entries();
        alarm.raise(Stream.of(steps, looks, related.entries())
                .flatMap(some -> Found.damage(some).stream())
                .toList());
        return new Story(
                decision, steps, looks, related.entries(), related.next().isPresent());
    }

    private Page page(StatedGround ground, UUID id, Set<LogKind> kinds, int limit) {
        return search.find(LogFilter.ofTransfer(id, kinds), lookUps.viewer(), ground.ground(), Optional.empty(), limit);
    }
}
