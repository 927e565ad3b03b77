package nl.sluiswachter.transferlog.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables log_progress and log_run, and what the shards hold behind them. */
final class SequenceTable {

    private static final String BATCHES =
            """
            select b.shard, b.first_position, b.last_position, b.previous_hash, b.hash
              from log_shard s
              left join log_progress p on p.shard = s.shard
             cross join lateral (select * from log_batch b
                                  where b.shard = s.shard and b.first_position >= coalesce(p.next_position, 0)
                                  order by b.first_position limit :most) b
             order by b.shard, b.first_position
            """;
    private static final String ENTRIES =
            """
            select position, entry_hash from transfer_log
             where shard = :shard and position between :first and :last order by position, recorded_at
            """;
    private static final String PROGRESS =
            "select shard, next_position, batch_hash from log_progress where shard = any(:shards)";
    private static final String STORE_PROGRESS =
            """
            insert into log_progress (shard, next_position, batch_hash) select * from unnest(:shards, :nexts, :hashes)
                on conflict (shard) do update
               set next_position = excluded.next_position, batch_hash = excluded.batch_hash
            """;
    private static final String STORE_RUNS =
            """
            insert into log_run (first_index, shard, first_position, entries)
            select * from unnest(:indexes, :shards, :positions, :entries)
            """;

    private final JdbcClient jdbc;

    SequenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves from {@code index} on are the entries from {@code position} on. */
    record Run(long index, int shard, long position, int entries) {}

    /**
     * Batches that are not in the tree, in order of shard and position.
     *
     * @param most of one shard
     */
    List<Batch> behind(int most) {
        Map<Integer, List<Batch>> shards = new LinkedHashMap<>();
        jdbc.sql(BATCHES)
                .param("most", most)
                .query(SequenceTable::batch)
                .list()
                .forEach(batch -> shards.computeIfAbsent(batch.shard(), shard -> new ArrayList<>())
                        .add(batch));
        List<Batch> filled = new ArrayList<>();
        shards.values().forEach(batches -> filled.addAll(filled(batches)));
        return filled;
    }

    private List<Batch> filled(List<Batch> batches) {
        Batch first = batches.get(0);
        List<Batch.Entry> entries = jdbc.sql(ENTRIES)
                .param("shard", first.shard())
                .param("first", first.first())
                .param("last", batches.get(batches.size() - 1).last())
                .query((row, number) -> new Batch.Entry(row.getLong("position"), row.getBytes("entry_hash")))
                .list();
        List<Batch> filled = new ArrayList<>();
        int from = 0;
        for (Batch batch : batches) {
            int to = from;
            while (to < entries.size() && entries.get(to).position() <= batch.last()) {
                to++;
            }
            filled.add(new Batch(
                    batch.shard(),
                    batch.first(),
                    batch.last(),
                    batch.previous(),
                    batch.hash(),
                    List.copyOf(entries.subList(from, to))));
            from = to;
        }
        return filled;
    }

    Map<Integer, Progress> progress(List<Integer> shards) {
        Map<Integer, Progress> progress = new LinkedHashMap<>();
        shards.forEach(shard -> progress.put(shard, Progress.none(shard)));
        jdbc.sql(PROGRESS)
                .param("shards", SqlArray.of("int4", shards, shard -> shard))
                .query((row, number) ->
                        new Progress(row.getInt("shard"), row.getLong("next_position"), row.getBytes("batch_hash")))
                .list()
                .forEach(one -> progress.put(one.shard(), one));
        return progress;
    }

    void storeProgress(List<Progress> progress) {
        jdbc.sql(STORE_PROGRESS)
                .param("shards", SqlArray.of("int4", progress, Progress::shard))
                .param("nexts", SqlArray.of("int8", progress, Progress::next))
                .param("hashes", SqlArray.bytes(progress, Progress::hash))
                .update();
    }

    void storeRuns(List<Run> runs) {
        jdbc.sql(STORE_RUNS)
                .param("indexes", SqlArray.of("int8", runs, Run::index))
                .param("shards", SqlArray.of("int4", runs, Run::shard))
                .param("positions", SqlArray.of("int8", runs, Run::position))
                .param("entries", SqlArray.of("int4", runs, Run::entries))
                .update();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getInt("shard"),
                row.getLong("first_position"),
                row.getLong("last_position"),
                row.getBytes("previous_hash"),
                row.getBytes("hash"),
                List.of());
    }
}
