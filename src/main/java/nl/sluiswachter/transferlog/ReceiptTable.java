package nl.sluiswachter.transferlog;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table receipt: the signed statement to the sender. */
final class ReceiptTable {

    private static final String INSERT =
            "insert into receipt (transfer_id, receipt, created_at) select * from unnest(:transferIds, :receipts, :times)";
    private static final String FIND = "select receipt from receipt where transfer_id = :transferId";
    private static final String FORGET = "delete from receipt where created_at < :before";

    private final JdbcClient jdbc;

    ReceiptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the receipts of those that have one. */
    void insert(List<Appending> all) {
        List<Appending> rows =
                all.stream().filter(row -> row.receipt().isPresent()).toList();
        if (!rows.isEmpty()) {
            jdbc.sql(INSERT)
                    .param("transferIds", SqlArray.of("uuid", rows, Appending::transferId))
                    .param("receipts", SqlArray.of("text", rows, row -> row.receipt()
                            .orElseThrow()))
                    .param("times", SqlArray.of("timestamptz", rows, row -> row.entry()
                            .at()))
                    .update();
        }
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
