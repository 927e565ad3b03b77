package nl.sluiswachter.transferlog.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.retention.Hold;
import nl.sluiswachter.transferlog.retention.Holds;

/** Holds as somebody may know of them: one on what is confidential is for who placed it, and for its own parties. */
public final class VisibleHolds {

    private final Holds holds;
    private final Visibility visibility;

    VisibleHolds(Holds holds, Visibility visibility) {
        this.holds = holds;
        this.visibility = visibility;
    }

    /** Those that hold now, the newest first. */
    public List<Hold> to(Oin viewer) {
        List<Hold> all = holds.inForce();
        Set<UUID> transfers = new HashSet<>();
        all.forEach(hold -> transfer(hold).ifPresent(transfers::add));
        Set<UUID> open = visibility.openTransfers(transfers, viewer);
        return all.stream()
                .filter(hold -> hold.placedBy().equals(viewer)
                        || transfer(hold).stream().allMatch(open::contains)
                                && type(hold).stream().allMatch(visibility::isOpen))
                .toList();
    }

    private static Optional<UUID> transfer(Hold hold) {
        return hold.scope() instanceof Hold.Transfer transfer ? Optional.of(transfer.id()) : Optional.empty();
    }

    private static Optional<String> type(Hold hold) {
        return hold.scope() instanceof Hold.Timespan period ? period.exchangeType() : Optional.empty();
    }
}
