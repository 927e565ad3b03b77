package nl.sluiswachter.transferlog;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that a batch writes. */
record LogTables(
        LogTable log,
        ShardTable shards,
        BatchTable batches,
        PendingTable pending,
        IdempotencyTable idempotency,
        ReceiptTable receipts,
        JdbcDecisionImages images,
        TaskTable tasks) {

    static LogTables of(JdbcClient jdbc, LogMark mark) {
        return new LogTables(
                new LogTable(jdbc, new MarkedBatches(mark)),
                new ShardTable(jdbc),
                new BatchTable(jdbc, mark),
                new PendingTable(jdbc, mark),
                new IdempotencyTable(jdbc),
                new ReceiptTable(jdbc),
                new JdbcDecisionImages(jdbc),
                new TaskTable(jdbc));
    }
}
