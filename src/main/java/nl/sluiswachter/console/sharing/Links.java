package nl.sluiswachter.console.sharing;

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

    /** The transfers themselves; empty for nowhere. */
    String transfers(Optional<Oin> party, Optional<String> type, Optional<String> outcome) {
        if (none || !transfers) {
            return "";
        }
        StringBuilder link = new StringBuilder("/console/transfers?from=")
                .append(scope.from().atDay(1))
                .append("&until=")
                .append(scope.until().atEndOfMonth());
        party.or(scope::party).ifPresent(oin -> link.append("&party=").append(oin.value()));
        type.or(scope::type).ifPresent(id -> link.append("&exchangeType=").append(id));
        outcome.ifPresent(one -> link.append("&outcome=").append(one));
        return link.toString();
    }
}
