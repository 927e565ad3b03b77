package nl.sluiswachter.transferlog.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What was let through between two parties: permitted transfers, seen by one of them. */
public final class Transactions {

    private final Pages pages;

    Transactions(Pages pages) {
        this.pages = pages;
    }

    /** @param wanted looked at besides */
    public Page find(TransactionQuery query, Predicate<Found> wanted, Order order, Optional<Place> from, int limit) {
        return pages.read(() -> sources(query), new Sight(found -> true, wanted), order, from, limit);
    }

    private static List<Source> sources(TransactionQuery query) {
        String sent = "l.sender = :party";
        String received = "l.receiver = :party and l.sender <> :party";
        if (query.transactions().isEmpty()) {
            return List.of(narrowed(query, sent), narrowed(query, received));
        }
        UUID[] ids = query.transactions().toArray(UUID[]::new);
        return List.of(
                named(query, "l.transaction_id = any(:ids)", ids),
                named(query, "l.transfer_id = any(:ids) and l.transaction_id is null", ids));
    }

    private static Source named(TransactionQuery query, String condition, UUID[] ids) {
        return permits(Source.log()
                .and(condition)
                .with("ids", ids)
                .and("(l.sender = :party or l.receiver = :party)")
                .with("party", query.party().value()));
    }

    private static Source narrowed(TransactionQuery query, String side) {
        return permits(Source.log()
                        .and(side)
                        .with("party", query.party().value())
                        .inHours()
                        .from(query.after())
                        .until(query.before()))
                .and("l.exchange_type = :service", "service", query.service());
    }

    /** What a party was refused uses up nothing of what a page may read; what it tried out is told by no index, and does. */
    private static Source permits(Source source) {
        return source.and("l.outcome = 'PERMIT'").asking("l.kind = 'DECISION'");
    }
}
