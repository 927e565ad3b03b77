package nl.sluiswachter.transferlog.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;

/**
 * Which transactions a party wants to see; its own only (FSC Logging).
 *
 * @param party sender or receiver
 * @param after not before this moment
 * @param before earlier than this moment
 * @param service code of an exchange type
 * @param transactions when not empty, nothing else counts
 */
public record TransactionQuery(
        Oin party,
        Optional<Instant> after,
        Optional<Instant> before,
        Optional<String> service,
        List<UUID> transactions) {

    public TransactionQuery {
        transactions = List.copyOf(transactions);
    }
}
