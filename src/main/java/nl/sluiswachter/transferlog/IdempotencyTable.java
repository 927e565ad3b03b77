package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.IdempotencyKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table idempotency: the answer that was given under a sender's key. */
final class IdempotencyTable {

    private static final String INSERT =
            """
            insert into idempotency (sender, call, key_hash, body_hash, transfer_id, status, answer, created_at)
            values (:sender, :call, :keyHash, :bodyHash, :transferId, :status, :answer, :createdAt)
            """;
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

    void insert(Decided decided, IdempotencyKey key, int status, ObjectNode answer, OffsetDateTime at) {
        jdbc.sql(INSERT)
                .param("sender", decided.submitted().sender().oin().value())
                .param("call", key.call())
                .param("keyHash", key.keyHash())
                .param("bodyHash", key.bodyHash())
                .param("transferId", decided.submitted().transferId())
                .param("status", status)
                .param("answer", answer.toString().getBytes(StandardCharsets.UTF_8))
                .param("createdAt", at)
                .update();
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
