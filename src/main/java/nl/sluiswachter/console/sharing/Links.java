package nl.sluiswachter.console.sharing;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.sluiswachter.console.figures.Scope;
import nl.sluiswachter.kernel.Oin;

/**
 * Where one can go from the picture and its table.
 *
 * @param scope what is looked at
 * @param transfers whether the reader may see the transfers themselves
 * @param none whether it is a file, which leads nowhere
 */
record Links(Scope scope, boolean byCapacity, boolean transfers, boolean none) {

    /** The same page, of this party or this type only; empty for nowhere. */
    String closer(Optional<Oin> party, Optional<String> type) {
        if (none || party.isEmpty() && type.isEmpty()) {
            return "";
        }
        return "/console/sharing?" + scope.with(party, type).query() + (byCapacity ? "&by=capacity" : "");
    }

    /** Where a row of the table leads: to just its transfers, or of capacities to all organisations that shared by its type. */
    String row(Line line) {
        if (byCapacity && !none) {
            return "/console/sharing?"
                    + scope.with(Optional.empty(), Optional.of(line.type())).query();
        }
        return line.to().party().isEmpty()
                ? ""
                : transfers(line.from().party(), line.to().party(), Optional.of(line.type()));
    }

    /**
     * Just the transfers of this type that the sender sent, or that the receiver was to receive; empty for nowhere, and without a
     * party or a type, because then there would be more in the list than was counted.
     */
    String transfers(Optional<Oin> sender, Optional<Oin> receiver, Optional<String> type) {
        if (none || !transfers || sender.or(() -> receiver).isEmpty() || type.isEmpty()) {
            return "";
        }
        StringBuilder link = new StringBuilder("/console/transfers?from=")
                .append(start(scope.from()))
                .append("&until=")
                .append(start(scope.until().plusMonths(1)));
        sender.ifPresent(oin -> link.append("&sender=").append(oin.value()));
        receiver.ifPresent(oin -> link.append("&receiver=").append(oin.value()));
        scope.party()
                .filter(oin -> !sender.equals(Optional.of(oin)) && !receiver.equals(Optional.of(oin)))
                .ifPresent(oin -> link.append("&party=").append(oin.value()));
        return link.append("&exchangeType=").append(type.get()).toString();
    }

    /** Figures are of months of UTC, so a day of the Netherlands would be an hour beside them. */
    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
