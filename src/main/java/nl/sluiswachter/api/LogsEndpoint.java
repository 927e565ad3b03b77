package nl.sluiswachter.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Side;
import nl.sluiswachter.transferlog.projection.FscRecord;
import nl.sluiswachter.transferlog.projection.Logged;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.Transactions;

/** {@code GET /v1/logs}: a party's own transactions, in the shape of FSC Logging. */
public final class LogsEndpoint {

    private final Transactions transactions;
    private final FscRecord records;
    private final Parties parties;
    private final Cursors cursors;
    private final DamagedEntries damaged;
    private final StrictJson json;

    LogsEndpoint(
            Transactions transactions,
            Oin municipality,
            Parties parties,
            Cursors cursors,
            DamagedEntries damaged,
            StrictJson json) {
        this.damaged = damaged;
        this.cursors = cursors;
        this.transactions = transactions;
        this.records = new FscRecord(municipality);
        this.parties = parties;
        this.json = json;
    }

    /** What was let through from the caller or to it; refused messages are no transactions. */
    public Answer list(Request request) {
        Oin caller = request.caller().oin();
        LogsQuery query = LogsQuery.of(request, cursors);
        Page page =
                transactions.find(query.transactions(), wanted(query), query.order(), query.cursor(), query.limit());
        List<Map<String, Object>> shown = page.entries().stream()
                .filter(found -> !found.isDamaged())
                .map(found -> Logged.of(found.entry(), found.subjects()))
                .map(logged -> records.of(logged, isOurs(logged.decision().sender())))
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("records", shown);
        answer.put(
                "pagination",
                Map.of(
                        "next_cursor",
                        page.next().map(place -> cursors.text(place, caller)).orElse("")));
        return new Answer(200, "application/json", damaged.tell(page), json.write(answer));
    }

    private Predicate<Found> wanted(LogsQuery query) {
        Optional<String> grant = query.grantHash();
        return found -> grant.isEmpty()
                || found.isDamaged()
                || records.grantHash(Logged.of(found.entry(), Map.of()).decision())
                        .equals(grant);
    }

    /** The log is the municipality's: what its own systems send goes out, all else comes in. */
    private boolean isOurs(Oin sender) {
        return parties.find(sender)
                .filter(party -> party.side() == Side.MUNICIPALITY)
                .isPresent();
    }
}
