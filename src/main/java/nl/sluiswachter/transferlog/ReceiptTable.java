package nl.sluiswachter.transferlog;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table receipt: the signed statement to the sender. */
final class ReceiptTable {

    private static final String INSERT =
            "insert into receipt (transfer_id, receipt, created_at) values (:transferId, :receipt, :createdAt)";
    private static final String FIND = "select receipt from receipt where transfer_id = :transferId";
    private static final String FORGET = "delete from receipt where created_at < :before";

    private final JdbcClient jdbc;

    ReceiptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID transferId, String receipt, OffsetDateTime at) {
        jdbc.sql(INSERT)
                .param("transferId", transferId)
                .param("receipt", receipt)
                .param("createdAt", at)
                .update();
    }

    Optional<String> find(UUID transferId) {
        return jdbc.sql(FIND)
                .param("transferId", transferId)
                .query(String.class)
                .optional();
    }

    int forgetBefore(OffsetDateTime instant) {
        return jdbc.sql(FORGET).param("before", instant).update();
    }
}
