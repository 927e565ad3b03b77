package nl.sluiswachter.transferlog.search;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was let through between two parties: permitted transfers, seen by one of them. */
public final class Transactions {

    private final Pages pages;

    public Transactions(JdbcClient jdbc) {
        this.pages = new Pages(jdbc);
    }

    /** @param wanted looked at besides */
    public Page find(TransactionQuery query, Predicate<Found> wanted, Order order, Optional<Place> from, int limit) {
        return pages.read(() -> sources(query), wanted, order, from, limit);
    }

    private static List<Source> sources(TransactionQuery query) {
        String sent = "l.sender = :party";
        String received = "l.receiver = :party and l.sender <> :party";
        if (query.transactions().isEmpty()) {
            return List.of(narrowed(query, sent), narrowed(query, received));
        }
        UUID[] ids = query.transactions().toArray(UUID[]::new);
        return List.of(
                permits()
                        .and("l.transaction_id = any(:ids)", "ids", ids)
                        .and(own(), "party", query.party().value()),
                permits()
                        .and("l.transfer_id = any(:ids) and l.transaction_id is null", "ids", ids)
                        .and(own(), "party", query.party().value()));
    }

    private static String own() {
        return "(l.sender = :party or l.receiver = :party)";
    }

    private static Source narrowed(TransactionQuery query, String side) {
        return permits()
                .and(side, "party", query.party().value())
                .and("l.recorded_at >= :after", "after", query.after().map(moment -> moment.atOffset(ZoneOffset.UTC)))
                .and("l.recorded_at < :before", "before", query.before().map(moment -> moment.atOffset(ZoneOffset.UTC)))
                .and("l.exchange_type = :service", "service", query.service());
    }

    private static Source permits() {
        return Source.log().and("l.kind = 'DECISION' and l.outcome = 'PERMIT'");
    }
}
