package nl.sluiswachter.transferlog;

import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.IdempotencyKey;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table idempotency: the answer that was given under a sender's key. */
final class IdempotencyTable {

    private static final String INSERT =
            """
            insert into idempotency (sender, call, key_hash, body_hash, transfer_id, status, answer, created_at)
            select * from unnest(:senders, :calls, :keyHashes, :bodyHashes, :transferIds, :statuses, :answers, :times)
                on conflict do nothing
            returning transfer_id
            """;
    // Batches of other instances insert in the same order, so that two of them cannot wait for each other.
    private static final Comparator<Appending> ORDER = Comparator.comparing(
                    (Appending row) -> once(row).sender().value())
            .thenComparing(row -> once(row).key().call())
            .thenComparing(row -> once(row).key().keyHash(), Arrays::compareUnsigned);
    private static final String FIND =
            """
            select body_hash, status, answer from idempotency
            where sender = :sender and call = :call and key_hash = :keyHash
            """;
    private static final String FORGET = "delete from idempotency where created_at < :before";

    private final JdbcClient jdbc;

    IdempotencyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the keys of those that have one.
     *
     * @return the transfers whose key had been used before: they are answered already
     */
    Set<UUID> insert(List<Appending> all) {
        List<Appending> rows =
                all.stream().filter(row -> row.once().isPresent()).sorted(ORDER).toList();
        if (rows.isEmpty()) {
            return Set.of();
        }
        Set<UUID> repeated = rows.stream().map(Appending::transferId).collect(Collectors.toSet());
        jdbc.sql(INSERT)
                .param(
                        "senders",
                        SqlArray.of("text", rows, row -> once(row).sender().value()))
                .param("calls", SqlArray.of("text", rows, row -> once(row).key().call()))
                .param("keyHashes", SqlArray.bytes(rows, row -> once(row).key().keyHash()))
                .param("bodyHashes", SqlArray.bytes(rows, row -> once(row).key().bodyHash()))
                .param("transferIds", SqlArray.of("uuid", rows, Appending::transferId))
                .param("statuses", SqlArray.of("int4", rows, row -> once(row).status()))
                .param("answers", SqlArray.bytes(rows, row -> once(row).answer()))
                .param("times", SqlArray.of("timestamptz", rows, row -> row.entry()
                        .at()))
                .query(UUID.class)
                .list()
                .forEach(repeated::remove);
        return repeated;
    }

    private static Appending.Once once(Appending row) {
        return row.once().orElseThrow();
    }

    Optional<EarlierAnswer> find(Oin sender, IdempotencyKey key) {
        return jdbc.sql(FIND)
                .param("sender", sender.value())
                .param("call", key.call())
                .param("keyHash", key.keyHash())
                .query((row, number) -> new EarlierAnswer(
                        MessageDigest.isEqual(row.getBytes("body_hash"), key.bodyHash()),
                        row.getInt("status"),
                        row.getBytes("answer")))
                .optional();
    }

    int forgetBefore(OffsetDateTime instant) {
        return jdbc.sql(FORGET).param("before", instant).update();
    }
}
