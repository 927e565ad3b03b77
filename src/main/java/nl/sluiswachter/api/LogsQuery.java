package nl.sluiswachter.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Order;
import nl.sluiswachter.transferlog.search.Place;
import nl.sluiswachter.transferlog.search.TransactionQuery;

/** The parameters of FSC Logging's {@code GET /logs}, with its names and its codes. */
record LogsQuery(
        TransactionQuery transactions, Optional<String> grantHash, Order order, Optional<Place> cursor, int limit) {

    private static final int DEFAULT_LIMIT = 25;
    private static final int LARGEST_LIMIT = 1000;
    private static final int MOST_TRANSACTIONS = 100;
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,4}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern GRANT = Pattern.compile("\\$1\\$[1-5]\\$[A-Za-z0-9_-]{86}");

    /** @throws ProblemException 400 for what FSC Logging does not allow */
    static LogsQuery of(Request request, Cursors cursors) {
        Map<String, String> query = request.query();
        Complaints complaints = new Complaints();
        int limit = limit(query.get("limit"), complaints);
        Order order = order(query.get("sort_order"), complaints);
        Optional<Place> cursor = cursor(request, cursors, complaints);
        Optional<Instant> after = seconds("after", query, complaints);
        Optional<Instant> before = seconds("before", query, complaints);
        Optional<String> service = matching("service_name", SERVICE, query, complaints);
        Optional<String> grant = matching("grant_hash", GRANT, query, complaints);
        complaints.throwIfAny();
        List<UUID> ids = transactionIds(query.get("transaction_ids"));
        return new LogsQuery(
                new TransactionQuery(request.caller().oin(), after, before, service, ids),
                ids.isEmpty() ? grant : Optional.empty(),
                order,
                cursor,
                limit);
    }

    private static int limit(String text, Complaints complaints) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        int limit = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            complaints.add("limit", "OUT_OF_RANGE", "A number from 1 to " + LARGEST_LIMIT + " is expected.");
        }
        return limit;
    }

    private static Order order(String text, Complaints complaints) {
        if (text == null || text.equals("SORT_ORDER_DESCENDING")) {
            return Order.NEWEST_FIRST;
        }
        if (!text.equals("SORT_ORDER_ASCENDING")) {
            complaints.add("sort_order", "NOT_A_CHOICE", "SORT_ORDER_ASCENDING or SORT_ORDER_DESCENDING is expected.");
        }
        return Order.OLDEST_FIRST;
    }

    /** Empty is what the last page gave: it starts anew. */
    private static Optional<Place> cursor(Request request, Cursors cursors, Complaints complaints) {
        String text = request.query().get("cursor");
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Place> place = cursors.parse(text, request.caller().oin());
        if (place.isEmpty()) {
            complaints.add("cursor", "NOT_A_CURSOR", "The next_cursor of an earlier answer is expected, unchanged.");
        }
        return place;
    }

    private static Optional<Instant> seconds(String name, Map<String, String> query, Complaints complaints) {
        return matching(name, SECONDS, query, complaints).map(Long::valueOf).map(Instant::ofEpochSecond);
    }

    private static Optional<String> matching(
            String name, Pattern shape, Map<String, String> query, Complaints complaints) {
        Optional<String> text = Optional.ofNullable(query.get(name));
        if (text.filter(given -> !shape.matcher(given).matches()).isPresent()) {
            complaints.add(name, "FORMAT", "A value as the contract describes it is expected.");
            return Optional.empty();
        }
        return text;
    }

    private static List<UUID> transactionIds(String text) {
        if (text == null) {
            return List.of();
        }
        if (text.isBlank()) {
            throw refused("MISSING_LOG_RECORD_ID", "No transaction is named", "Name at least one, or leave it out.");
        }
        List<String> parts = Arrays.asList(text.split(",", -1));
        if (parts.size() > MOST_TRANSACTIONS || !parts.stream().allMatch(Edge::isUuid)) {
            throw refused(
                    "INVALID_LOG_RECORD_ID",
                    "Not a list of transactions",
                    "At most " + MOST_TRANSACTIONS + " UUIDs are expected, with commas between them.");
        }
        return parts.stream().map(UUID::fromString).distinct().toList();
    }

    private static ProblemException refused(String code, String title, String detail) {
        return new ProblemException(Problem.of(400, code, title, detail));
    }
}
